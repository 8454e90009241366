using System.Diagnostics;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>As many writers as asked for, each beginning its next transaction when the last one is durable.</summary>
internal static class Appending
{
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
