namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>
/// What was written to a firm is put on record before anything is made of it. While a received message waits for longer than it should, this
/// process's policies and alarms wait, and views are folded in larger batches. What lasts longer than a spike, they do not wait for: then they
/// go one at a time and rest most of it, so that nothing stands still.
/// </summary>
public sealed class ReceivingFirst(TimeProvider clock) : IDisposable
{
    /// <summary>So long a received message may wait without anybody stepping back for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Who was behind is believed to be so for a while: the next one taken will tell.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromMilliseconds(300);

    /// <summary>So long a spike may last until what waits for its end begins all the same.</summary>
    private static readonly TimeSpan Spike = TimeSpan.FromSeconds(6);

    /// <summary>How often those that wait for their turn look whether they still have to.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>The rest after a turn, as a multiple of it.</summary>
    private const int Rest = 4;

    private readonly SemaphoreSlim _one = new(1);

    // In ticks of the clock that never jumps.
    private long _behindSince;
    private long _behindUntil = long.MinValue;

    public bool IsBehind => clock.GetTimestamp() < Volatile.Read(ref _behindUntil);

    private bool IsInSpike => IsBehind && clock.GetElapsedTime(Volatile.Read(ref _behindSince)) < Spike;

    /// <summary>A received message, or a delivery with some, had waited so long when its turn came.</summary>
    public void Took(TimeSpan waited)
    {
        if (waited > Patience)
        {
            if (!IsBehind)
            {
                Volatile.Write(ref _behindSince, clock.GetTimestamp());
            }

            Volatile.Write(ref _behindUntil, clock.GetTimestamp() + (long)(Believed.TotalSeconds * clock.TimestampFrequency));
        }
    }

    /// <summary>For what is made of received messages: begins at once; while they are behind after the spike, or when nobody else is at it.</summary>
    public async ValueTask<Turn> Begin(CancellationToken cancellationToken)
    {
        for (var asked = clock.GetTimestamp(); IsBehind;)
        {
            if (IsInSpike && clock.GetElapsedTime(asked) < Spike)
            {
                await Task.Delay(Look, cancellationToken);
            }
            else if (await _one.WaitAsync(Look, cancellationToken))
            {
                return new Turn(this, clock.GetTimestamp());
            }
        }

        return default;
    }

    public void Dispose() => _one.Dispose();

    private async Task End(long began)
    {
        try
        {
            for (var left = clock.GetElapsedTime(began) * Rest; left > TimeSpan.Zero && IsBehind; left -= Look)
            {
                await Task.Delay(left < Look ? left : Look);
            }

            _one.Release();
        }
        catch (ObjectDisposedException)
        {
            // The process has ended meanwhile, and nobody waits for a turn any more.
        }
    }

    public readonly struct Turn(ReceivingFirst? of, long began) : IDisposable
    {
        public void Dispose() => _ = of?.End(began);
    }
}
