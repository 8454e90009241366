using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Benchmarks.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>
/// How fast units of work are appended and streams are loaded and folded, each as a ratio to plain SQL on an equal table in the same
/// server with as many connections and transactions.
/// </summary>
internal static class StoreBenchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var hub = await StoreUnderTest.Start(await cluster.Database("hub", cancellationToken), cancellationToken);
        await using var database = cluster.Unrestricted("hub");
        var streams = new ConversationStreams(hub.Services.GetRequiredService<IEventStore>());
        await using var plain = await PlainTable.Like(database, await streams.Sample(cancellationToken), cancellationToken);

        await CatchUp.Report(hub, database, streams, output, cancellationToken);
        await Visibility.Report(hub, output, cancellationToken);
        await output.WriteLineAsync("store: events/s appended, durable; ceiling: the same rows by plain INSERT, one transaction each");
        foreach (var perTransaction in new[] { 1, 10 })
        {
            await Press(1, perTransaction);
            foreach (var writers in new[] { 1, 4, 16 })
            {
                var ceiling = await Appending.Rate(writers, Length, () => plain.Insert(perTransaction, cancellationToken), cancellationToken) * perTransaction;
                var appended = await Press(writers, perTransaction);
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {writers,2} writers, {perTransaction,2} a transaction   hub {appended,7:0} /s   ceiling {ceiling,7:0} /s   hub/ceiling {appended / ceiling:0.00}"));
            }
        }

        var loaded = await streams.Loading(100, Length, cancellationToken);
        var selected = await plain.Selecting(loaded.Streams, Length, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"store: a stream of 100 events loaded and folded   hub {loaded.Milliseconds:0.00} ms   ceiling: its rows by plain SELECT {selected:0.00} ms   hub/ceiling {loaded.Milliseconds / selected:0.00}x"));

        async Task<double> Press(int writers, int perTransaction) =>
            await Appending.Rate(writers, Length, streams.Writer(perTransaction, cancellationToken), cancellationToken) * perTransaction;
    }
}
