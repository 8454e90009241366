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

    /// <summary>The loading alone, and what the length of a conversation costs.</summary>
    public static Task RunLoading(TextWriter output, CancellationToken cancellationToken) =>
        OnBoth((_, _, streams, plain) => MeasureLoading(streams, plain, output, cancellationToken), cancellationToken);

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
        var (ids, load) = await streams.Loading(100, cancellationToken);
        var (loads, selects) = await Appending.Rates(writers: 1, load, plain.Selecting(ids, cancellationToken), cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"store: a stream of 100 events loaded and folded   hub {1000 / loads:0.00} ms   ceiling: its rows by plain SELECT {1000 / selects:0.00} ms   hub/ceiling {selects / loads:0.00}x"));

        var toLong = await streams.Receiving(10_000, atMost: int.MaxValue, conversations: 1, cancellationToken);
        var toShort = await streams.Receiving(10, atMost: 20, conversations: 2_000, cancellationToken);
        var (longs, shorts) = await Appending.Rates(writers: 1, toLong, toShort, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"store: a message taken into a conversation of 10,000   {1000 / longs:0.00} ms   into one of ten {1000 / shorts:0.00} ms   long/short {shorts / longs:0.00}x"));
    }
}
