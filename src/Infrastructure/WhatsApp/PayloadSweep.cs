using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Drops raw bytes a day at a time, once all of the day is older than seven days.</summary>
public sealed class PayloadSweep(HubDataSource database, CrossTenantReading everyTenant, TimeProvider clock, ILogger<PayloadSweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan QuarantineKept = TimeSpan.FromDays(7);

    public async Task Sweep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await DropDays(cancellationToken);
        await Drop(
            "select distinct tenant_id from quarantine where received_at <= $1",
            "delete from quarantine where tenant_id = $1 and received_at <= $2", now - QuarantineKept, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning("Raw payloads that are due could not be dropped ({Problem}); again in ten minutes", exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DropDays(CancellationToken cancellationToken)
    {
        await using var command = database.SelfScopedCommand("select count(*) from generate_series(0, 9) as slot where drop_raw_payloads(slot::smallint)");
        if (await command.ExecuteScalarAsync(cancellationToken) is long and > 0 and var days)
        {
            logger.LogInformation("Raw payloads of {Days} days were dropped", days);
        }
    }

    private async Task Drop(string due, string delete, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (TenantId tenant in await everyTenant.TenantsWith(due, before, cancellationToken))
        {
            await using var batch = database.Batch(tenant);
            batch.BatchCommands.Add(new(delete)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = before },
                },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
