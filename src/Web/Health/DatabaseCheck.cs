using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

internal sealed class DatabaseCheck(CrossTenantReading database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var batch = database.Batch();
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy($"The database does not answer ({e.SqlState ?? e.GetType().Name}).");
        }
    }
}
