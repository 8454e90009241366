using System.Diagnostics;

namespace Lawyers.Hub.Testing;

/// <summary>Waits for a condition instead of a time; says what it waited for when the deadline passes.</summary>
public static class Eventually
{
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

            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds} s in vain: {what}.");
            }

            await Task.Delay(5);
        }
    }

    public static Task Is(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        Find(async () => await condition() ? what : null, what, within);

    public static Task Is(Func<bool> condition, string what, TimeSpan? within = null) => Is(() => Task.FromResult(condition()), what, within);
}
