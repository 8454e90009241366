using System.Diagnostics;

namespace Lawyers.Hub.Testing;

/// <summary>Waits for a condition instead of a time; says what it waited for when the deadline passes.</summary>
public static class Eventually
{
    // Milliseconds between two looks: what has been waited for long is looked at less often, since each look takes processor time from it.
    private const int Soonest = 5;
    private const int Latest = 80;
    private const double ShareBetweenLooks = 0.02;

    public static async Task<T> Find<T>(Func<Task<T?>> look, string what, TimeSpan? within = null)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        var patience = within ?? TimeSpan.FromSeconds(20);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            var waited = Stopwatch.GetElapsedTime(started);
            if (waited > patience)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds} s in vain: {what}.");
            }

            await Task.Delay(Math.Clamp((int)(waited.TotalMilliseconds * ShareBetweenLooks), Soonest, Latest));
        }
    }

    public static Task Is(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        Find(async () => await condition() ? what : null, what, within);

    public static Task Is(Func<bool> condition, string what, TimeSpan? within = null) => Is(() => Task.FromResult(condition()), what, within);
}
