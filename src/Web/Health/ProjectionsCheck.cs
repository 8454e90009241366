using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>Whether every view and policy follows the log: one that stands still makes the hub degraded, not dead.</summary>
internal sealed class ProjectionsCheck(CrossTenantReading database) : IHealthCheck
{
    private const string Sql =
        """
        select c.name, c.stopped_reason, (select coalesce(max(seq_id), 0) from mt_events) - c.seq_id
        from subscription_checkpoints c
        order by 3 desc
        """;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        var (lag, shards) = (0L, 0);
        var stopped = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            shards++;
            lag = Math.Max(lag, reader.GetInt64(2));
            if (!await reader.IsDBNullAsync(1, cancellationToken))
            {
                stopped.Add(reader.GetString(0));
            }
        }

        var data = new Dictionary<string, object> { ["shards"] = shards, ["lag"] = lag, ["stopped"] = stopped };
        return stopped.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Some views stand still; the log names the event.", data: data);
    }
}
