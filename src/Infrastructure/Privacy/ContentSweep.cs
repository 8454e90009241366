using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>Destroys contents whose time is over: what a client wrote before consent, 24 hours later.</summary>
public sealed class ContentSweep(HubDataSource database, CrossTenantReading everyTenant, TimeProvider clock, ILogger<ContentSweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Destroys what is due now and tells how much it was.</summary>
    public async Task<int> Sweep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var destroyed = 0;
        foreach (var tenant in await everyTenant.TenantsWith(
            "select distinct tenant_id from contents where destroy_at <= $1", now, cancellationToken))
        {
            await using var batch = database.Batch(tenant);
            batch.BatchCommands.Add(new("delete from contents where tenant_id = $1 and destroy_at <= $2")
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = now },
                },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
            destroyed += (int)batch.BatchCommands[^1].RecordsAffected;
        }

        return destroyed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (await Sweep(stoppingToken) is > 0 and var destroyed)
                {
                    logger.LogInformation("Destroyed {Count} contents whose time was over", destroyed);
                }
            }
            catch (NpgsqlException exception)
            {
                logger.LogWarning(exception, "Contents that are due could not be destroyed; again in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
