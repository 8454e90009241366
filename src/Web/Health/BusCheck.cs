using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>How much waits on the bus, and since when.</summary>
internal sealed class BusCheck(CrossTenantReading database) : IHealthCheck
{
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "select count(*), coalesce(extract(epoch from clock_timestamp() - min(published_at)), 0)::float8 from bus_messages"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        await reader.ReadAsync(cancellationToken);
        var oldest = TimeSpan.FromSeconds(reader.GetDouble(1));
        var data = new Dictionary<string, object> { ["depth"] = reader.GetInt64(0), ["oldestSeconds"] = Math.Round(oldest.TotalSeconds, 1) };
        return oldest < TooOld ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded("Messages wait for long.", data: data);
    }
}
