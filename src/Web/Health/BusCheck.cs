using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lawyers.Hub.Web.Health;

/// <summary>How much waits on the bus, and since when; where a broker carries it, whether that is there.</summary>
/// <param name="brokers">None or one. Without it webhooks are taken in all the same, and wait in the database.</param>
internal sealed class BusCheck(CrossTenantReading database, IEnumerable<RabbitMqLink> brokers) : IHealthCheck
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
        if (brokers.Any())
        {
            data["broker"] = await IsThere(brokers.Single(), cancellationToken) ? "connected" : "away";
            if (data["broker"] is "away")
            {
                return HealthCheckResult.Degraded("The broker is away; messages wait in the database.", data: data);
            }
        }

        return oldest < TooOld ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded("Messages wait for long.", data: data);
    }

    private static async Task<bool> IsThere(RabbitMqLink broker, CancellationToken cancellationToken)
    {
        try
        {
            await broker.Open(cancellationToken);
            return true;
        }
        catch (Exception exception) when (RabbitMqTrouble.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
