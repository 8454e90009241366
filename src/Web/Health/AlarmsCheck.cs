using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>How many alarms should have rung and did not, and what failed when they rang.</summary>
internal sealed class AlarmsCheck(CrossTenantReading database, ProjectionCatalog projections, TimeProvider clock) : IHealthCheck
{
    private const int MostCounted = 1000;

    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.Batch();
        foreach (var table in projections.Tables.Where(table => table.IsReadAcrossTenants))
        {
            batch.BatchCommands.Add(Overdue(table, now));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (late, failing) = (0L, new List<string>());
        while (await reader.NextResultAsync(cancellationToken)) // past the scope's setting at first
        {
            await reader.ReadAsync(cancellationToken);
            late += reader.GetInt64(0);
            if (!reader.IsDBNull(1))
            {
                failing.Add($"{reader.GetString(2)}: {reader.GetString(1)}");
            }
        }

        var data = new Dictionary<string, object> { ["late"] = late, ["failing"] = failing };
        return late == 0 && failing.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(failing.Count > 0 ? "Alarms fail; they are tried again." : "Alarms wait that should have rung.", data: data);
    }

    /// <summary>Due long enough and neither done nor put off; what failed is late too, and says why.</summary>
    private static NpgsqlBatchCommand Overdue(ReadTable table, DateTimeOffset now)
    {
#pragma warning disable CA2100 // the checked name of a read table
        return new NpgsqlBatchCommand(
            $"""
            select count(*), max(late.failure), $1::text from (
                select r.failure from {table.Documents} d
                left join alarm_rings r on r.tenant_id = d.tenant_id and r.kind = $1 and r.key = d.key and r.due_at = d.sort_key
                where d.slot = {table.LiveSlot} and d.sort_key <= $2 and (r.again_at is null or r.failure is not null or r.again_at <= $3)
                order by d.sort_key limit $4) late
            """)
#pragma warning restore CA2100
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = table.Projection },
                new NpgsqlParameter<string> { TypedValue = AlarmTime.Write(now - TooLate) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = now - TooLate },
                new NpgsqlParameter<int> { TypedValue = MostCounted },
            },
        };
    }
}
