using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>Whether the database has been brought to this program's schema: read tables come last, after all migrations.</summary>
internal sealed class SchemaCheck(CrossTenantReading database, ProjectionCatalog projections) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select name from unnest($1::text[]) as name where to_regclass(name) is null")
        {
            Parameters = { new() { Value = projections.Tables.Select(table => table.Documents).ToArray() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        return await reader.ReadAsync(cancellationToken)
            ? HealthCheckResult.Unhealthy($"The table {reader.GetString(0)} is missing: start a hub with ConnectionStrings__HubOwner to migrate.")
            : HealthCheckResult.Healthy();
    }
}
