using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Ledger;

/// <summary>An export of many events over HTTP, from a hub as a process of its own.</summary>
internal static class ExportBenchmark
{
    private const int PerStream = 100;

    public static async Task Run(DurableCluster cluster, int events, TextWriter output, CancellationToken cancellationToken)
    {
        await using var graph = await LocalHost.Graph();
        await using var hub = await HubProcess.Start(await cluster.Database("export", cancellationToken), graph.Url, cancellationToken);
        await using var database = cluster.Unrestricted("export");
        var tenant = hub.Credentials.GetProperty("tenantId").GetGuid();
        await Fill(database, tenant, events, cancellationToken);
        await HubDrain.Wait(hub, TimeSpan.FromMinutes(5), cancellationToken);
        using var auditor = hub.Api("auditor");
        await Export(auditor, hub, events, cancellationToken); // once for the compiler

        var copied = await Copying.Rate(database, tenant.ToString(), cancellationToken);
        var clock = Stopwatch.StartNew();
        var (lines, bytes, tenth, end) = await Export(auditor, hub, events, cancellationToken);
        await LedgerBenchmark.Figure(output, "exported as NDJSON over HTTP, with the ledger", lines / clock.Elapsed.TotalSeconds, copied);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {lines} lines, {Mebibytes(bytes):0} MiB; memory of the hub after a tenth {Mebibytes(tenth):0} MiB, at the end {Mebibytes(end):0} MiB"));
    }

    private static double Mebibytes(long bytes) => bytes / (double)(1 << 20);

    private static async Task<(long Lines, long Bytes, long MemoryAfterATenth, long MemoryAtTheEnd)> Export(
        HttpClient auditor, HubProcess hub, int events, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit/events?with=ledger");
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var answer = await auditor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var (buffer, lines, bytes, tenth) = (new byte[64 * 1024], 0L, 0L, 0L);
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            tenth = tenth == 0 && lines > events / 10 ? hub.WorkingSet : tenth;
        }

        return (lines, bytes, tenth, hub.WorkingSet);
    }

    // Whole as rows, without a chain: an export does not ask for one.
    private static async Task Fill(NpgsqlDataSource database, Guid tenant, int events, CancellationToken cancellationToken)
    {
        await using var fill = database.CreateCommand(
            $$"""
            with made as (
                insert into mt_streams (tenant_id, id, type, version)
                select $1, gen_random_uuid(), 'bulk', {{PerStream}} from generate_series(1, $2) returning id)
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, headers, hash)
            select nextval('mt_events_sequence'), gen_random_uuid(), made.id, n,
                jsonb_build_object('Number', n, 'Code', repeat('x', 200), 'At', '2026-03-02T08:30:00+00:00'), 'article_retired', clock_timestamp(), $1,
                made.id::text, '{"actor": "system:bulk"}', sha256(made.id::text::bytea)
            from made cross join generate_series(1, {{PerStream}}) n
            """);
        fill.CommandTimeout = 0;
        fill.Parameters.AddWithValue(tenant.ToString("D"));
        fill.Parameters.AddWithValue(events / PerStream);
        await fill.ExecuteNonQueryAsync(cancellationToken);
        await using var analyse = database.CreateCommand("vacuum (analyze) mt_events, mt_streams");
        await analyse.ExecuteNonQueryAsync(cancellationToken);
    }
}
