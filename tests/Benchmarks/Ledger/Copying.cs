using System.Diagnostics;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Ledger;

/// <summary>The ceiling of whatever reads all events: the same columns by <c>COPY</c>, received and thrown away.</summary>
internal static class Copying
{
    /// <returns>Rows a second.</returns>
    public static async Task<double> Rate(NpgsqlDataSource database, string tenant, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var rows = 0L;
        using var copy = await connection.BeginTextExportAsync(
            $"""
            copy (select e.seq_id, e.id, e.tenant_id, s.type, e.stream_id, e.version, e.type, e.data, e.timestamp, e.actor, e.headers ->> 'reason',
                e.correlation_id, e.causation_id, e.subject_id, e.hash
                from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
                where e.tenant_id = '{Guid.Parse(tenant)}' order by e.seq_id) to stdout
            """,
            cancellationToken);
        var buffer = new char[64 * 1024];
        for (int read; (read = await copy.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0;)
        {
            rows += buffer.AsSpan(0, read).Count('\n');
        }

        return rows / clock.Elapsed.TotalSeconds;
    }
}
