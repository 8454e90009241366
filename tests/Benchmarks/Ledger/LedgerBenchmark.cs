using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Store;
using Lawyers.Hub.Domain.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Ledger;

/// <summary>How fast events are sealed, verified and exported, and what sealing costs those who append.</summary>
internal static class LedgerBenchmark
{
    private const int Events = 200_000;
    private const int Writers = 4;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using (var ledger = await LedgerUnderTest.Start(await cluster.Database("ledger", cancellationToken), cancellationToken))
        {
            await using var database = cluster.Unrestricted("ledger");
            await output.WriteLineAsync("ledger: sealing, verification, and appends beside it, on one node without its views");
            await Store(ledger, database, output, cancellationToken);
        }

        await ExportBenchmark.Run(cluster, Events, output, cancellationToken);
    }

    /// <summary>An export of a million events, and what memory it takes.</summary>
    public static async Task RunMillion(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await ExportBenchmark.Run(cluster, 1_000_000, output, cancellationToken);
    }

    private static async Task Store(LedgerUnderTest ledger, NpgsqlDataSource database, TextWriter output, CancellationToken cancellationToken)
    {
        var tenant = new TenantId(Guid.NewGuid());
        var streams = new ConversationStreams(ledger.Services.GetRequiredService<IEventStore>(), tenant);
        await Appending.Rate(16, Length, streams.Writer(10, cancellationToken), cancellationToken);
        while (await ledger.Count(tenant, cancellationToken) < Events)
        {
            await Appending.Rate(16, TimeSpan.FromSeconds(1), streams.Writer(10, cancellationToken), cancellationToken);
        }

        var stored = await ledger.Count(tenant, cancellationToken);
        await using (var analyse = database.CreateCommand("vacuum (analyze) mt_events, mt_streams"))
        {
            await analyse.ExecuteNonQueryAsync(cancellationToken);
        }

        var copied = await Copying.Rate(database, tenant.ToString(), cancellationToken);
        var clock = Stopwatch.StartNew();
        await using (await ledger.Seal(cancellationToken))
        {
            await ledger.Sealed(tenant, stored, Patience, cancellationToken);
            await Figure(output, "sealed, from the node's start on", stored / clock.Elapsed.TotalSeconds, copied);
        }

        clock.Restart();
        var verified = await ledger.Services.GetRequiredService<ILedgerVerifier>().Verify(tenant, [], progress: null, cancellationToken);
        await Figure(output, "verified: chains, leaves, tiles, roots, signatures", stored / clock.Elapsed.TotalSeconds, copied);
        if (!verified.IsIntact || verified.Sealed != stored)
        {
            throw new BenchmarkException($"The ledger does not verify: {verified.Found} findings, {verified.Sealed} of {stored} events sealed.");
        }

        // In turns, so that what the machine does beside it falls on both alike; what was appended alone is sealed in between, in nobody's time.
        var (alone, beside) = (0d, 0d);
        for (var turn = 0; turn < 4; turn++)
        {
            await using (await ledger.Follow(cancellationToken))
            {
                alone += await Appending.Rate(Writers, Length / 2, streams.Writer(1, cancellationToken), cancellationToken) / 4;
            }

            await using var sealing = await ledger.Seal(cancellationToken);
            await ledger.Sealed(tenant, await ledger.Count(tenant, cancellationToken), Patience, cancellationToken);
            beside += await Appending.Rate(Writers, Length / 2, streams.Writer(1, cancellationToken), cancellationToken) / 4;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  appended by {Writers} writers beside a node that seals {beside,7:0} /s   beside one that does not {alone,7:0} /s   seals/does not {beside / alone:0.00}"));
    }

    internal static Task Figure(TextWriter output, string what, double rate, double copied) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"  {what,-52} {rate,8:0} events/s   ceiling: COPY of their rows {copied,8:0} /s   hub/ceiling {rate / copied:0.00}"));
}
