namespace Lawyers.Hub.Testing;

/// <summary>A wall clock that somebody sets; what has passed is counted on another one, as in any computer.</summary>
public sealed class JumpingClock : TimeProvider
{
    private long _off;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _off));

    public void Jump(TimeSpan by) => Interlocked.Add(ref _off, by.Ticks);
}
