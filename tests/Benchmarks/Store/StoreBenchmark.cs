using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Benchmarks.Running;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>
/// How fast units of work are appended and streams are loaded and folded, each as a ratio to plain SQL on an equal table in the same
/// server with as many connections and transactions.
/// </summary>
internal static class StoreBenchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    /// <summary>All of it.</summary>
    public static Task Run(TextWriter output, CancellationToken cancellationToken) => OnBoth(
        async (hub, database, streams, plain) =>
        {
            await CatchUp.Report(hub, database, streams, output, cancellationToken);
            await Visibility.Report(hub, output, cancellationToken);
            await MeasureAppending(streams, plain, output, cancellationToken);
            await MeasureLoading(streams, plain, output, cancellationToken);
        },
        cancellationToken);

    /// <summary>The appending alone.</summary>
    public static Task RunAppending(TextWriter output, CancellationToken cancellationToken) =>
        OnBoth((_, _, streams, plain) => MeasureAppending(streams, plain, output, cancellationToken), cancellationToken);

    /// <summary>The appending to a store of ten million events, beside an empty one in the same server. Takes minutes and some 10 GB.</summary>
    public static async Task RunLarge(TextWriter output, CancellationToken cancellationToken)
    {
        const int Events = 10_000_000;
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var full = await StoreUnderTest.Start(await cluster.Database("full", cancellationToken), cancellationToken);
        await using var empty = await StoreUnderTest.Start(await cluster.Database("empty", cancellationToken), cancellationToken);
        await using var database = cluster.Unrestricted("full");
        var (toFull, toEmpty) = (
            new ConversationStreams(full.Services.GetRequiredService<IEventStore>()), new ConversationStreams(empty.Services.GetRequiredService<IEventStore>()));
        await FullStore.Fill(database, await toFull.Sample(cancellationToken), Events, cancellationToken);
        foreach (var writers in new[] { 1, 4, 16 })
        {
            var (large, fresh) = await Appending.Rates(writers, toFull.Writer(1, cancellationToken), toEmpty.Writer(1, cancellationToken), cancellationToken);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"store: {writers,2} writers appending to {Events} events {large,7:0} /s   ceiling: to an empty store {fresh,7:0} /s   hub/ceiling {large / fresh:0.00}"));
        }
    }

    private static async Task OnBoth(Func<StoreUnderTest, NpgsqlDataSource, ConversationStreams, PlainTable, Task> measure, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var hub = await StoreUnderTest.Start(await cluster.Database("hub", cancellationToken), cancellationToken);
        await using var database = cluster.Unrestricted("hub");
        var streams = new ConversationStreams(hub.Services.GetRequiredService<IEventStore>());
        await using var plain = await PlainTable.Like(database, await streams.Sample(cancellationToken), cancellationToken);
        await measure(hub, database, streams, plain);
    }

    private static async Task MeasureAppending(ConversationStreams streams, PlainTable plain, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("store: events/s appended, durable; ceiling: the same rows by plain INSERT, one transaction each");
        foreach (var perTransaction in new[] { 1, 10 })
        {
            foreach (var writers in new[] { 1, 4, 16 })
            {
                var (hub, ceiling) = await Appending.Rates(
                    writers, streams.Writer(perTransaction, cancellationToken), () => plain.Insert(perTransaction, cancellationToken), cancellationToken);
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {writers,2} writers, {perTransaction,2} a transaction   hub {hub * perTransaction,7:0} /s   ceiling {ceiling * perTransaction,7:0} /s   hub/ceiling {hub / ceiling:0.00}"));
            }
        }
    }

    private static async Task MeasureLoading(ConversationStreams streams, PlainTable plain, TextWriter output, CancellationToken cancellationToken)
    {
        var loaded = await streams.Loading(100, Length, cancellationToken);
        var selected = await plain.Selecting(loaded.Streams, Length, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"store: a stream of 100 events loaded and folded   hub {loaded.Milliseconds:0.00} ms   ceiling: its rows by plain SELECT {selected:0.00} ms   hub/ceiling {loaded.Milliseconds / selected:0.00}x"));
    }
}
