using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>How far sealing is behind, and whether the database was set back to an earlier state.</summary>
internal sealed class LedgerCheck(CrossTenantReading database, SetBackWatch watch) : IHealthCheck
{
    private const int MostCounted = 10_000;

    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(5);

    private const string Sql =
        """
        select count(*), coalesce(extract(epoch from clock_timestamp() - min(waiting.timestamp)), 0)::float8 from (
            select e.timestamp from mt_events e
            where (e.transaction_id, e.seq_id) > (
                coalesce((select c.transaction_id from subscription_checkpoints c where c.name = $1), '0'::xid8),
                coalesce((select c.seq_id from subscription_checkpoints c where c.name = $1), 0))
            order by e.transaction_id, e.seq_id limit $2) waiting
        """;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = LedgerRegistration.ShardName }, new NpgsqlParameter<int> { TypedValue = MostCounted } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        await reader.ReadAsync(cancellationToken);
        var behind = TimeSpan.FromSeconds(reader.GetDouble(1));
        var data = new Dictionary<string, object>
        {
            ["pending"] = reader.GetInt64(0),
            ["behindSeconds"] = Math.Round(behind.TotalSeconds, 1),
            ["setBack"] = watch.SetBack.Count,
        };
        return watch.SetBack.Count > 0 ? HealthCheckResult.Degraded("The database was set back to an earlier state; docs/operations.md says what follows.", data: data)
            : behind > TooOld ? HealthCheckResult.Degraded("Events wait long to be sealed.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
