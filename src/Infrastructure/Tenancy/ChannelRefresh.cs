using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>Hears of a changed catalogue on any node, so that a new number is known everywhere at once.</summary>
public sealed class ChannelRefresh(HubDataSource database, PostgresChannelCatalog catalog, ILogger<ChannelRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning("Changes of the channel catalogue cannot be heard ({Problem}); it is read again every 30 seconds", exception.GetType().Name);
                await Task.Delay(PauseAfterFailure, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenSession(cancellationToken);
        session.Notification += (_, _) => catalog.Invalidate();
        await using (var listen = new NpgsqlCommand($"listen {PostgresChannelCatalog.NotificationChannel}", session))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // What changed while nobody listened was not heard.
        catalog.Invalidate();
        while (!cancellationToken.IsCancellationRequested)
        {
            await session.WaitAsync(cancellationToken);
        }
    }
}
