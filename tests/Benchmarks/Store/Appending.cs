using System.Diagnostics;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>As many writers as asked for, each beginning its next transaction when the last one is durable.</summary>
internal static class Appending
{
    private const int Turns = 8;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.5);

    /// <summary>Two kinds of work in short turns, so that whatever else the machine does meanwhile slows both alike. A first turn of each does not count.</summary>
    /// <returns>Transactions a second of each.</returns>
    public static async Task<(double Hub, double Ceiling)> Rates(int writers, Func<Task> hub, Func<Task> ceiling, CancellationToken cancellationToken)
    {
        var (hubRates, ceilingRates) = (new List<double>(), new List<double>());
        for (var turn = 0; turn <= Turns; turn++)
        {
            ceilingRates.Add(await Rate(writers, Turn, ceiling, cancellationToken));
            hubRates.Add(await Rate(writers, Turn, hub, cancellationToken));
        }

        return (hubRates.Skip(1).Average(), ceilingRates.Skip(1).Average());
    }

    /// <returns>Transactions a second.</returns>
    public static async Task<double> Rate(int writers, TimeSpan length, Func<Task> transaction, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(
            async () =>
            {
                while (clock.Elapsed < length)
                {
                    await transaction();
                    Interlocked.Increment(ref done);
                }
            },
            cancellationToken)));
        return done / clock.Elapsed.TotalSeconds;
    }
}
