using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>How many deliveries were taken at the door and have yet to be read, and since when.</summary>
internal sealed class WebhookCheck(CrossTenantReading database) : IHealthCheck
{
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select coalesce(sum(cardinality(deliveries)), 0), coalesce(extract(epoch from clock_timestamp() - min(next_at)), 0)::float8
            from webhook_arrivals
            """));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        await reader.ReadAsync(cancellationToken);
        var oldest = TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(1)));
        var data = new Dictionary<string, object> { ["unread"] = reader.GetInt64(0), ["oldestSeconds"] = Math.Round(oldest.TotalSeconds, 1) };
        return oldest < TooOld ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded("Deliveries wait for long to be read.", data: data);
    }
}
