using System.Text.Json;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Conversations;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// What nodes tell each other: that events were appended, which views changed, who is where. Appends are announced after their commit and together,
/// because a <c>NOTIFY</c> within the transaction would make all commits of the database queue behind one lock.
/// </summary>
internal sealed class NotificationRelay(HubDataSource database, AppendSignal signal, ChangeFeed changes, Presence presence, ILogger<NotificationRelay> logger) : BackgroundService
{
    private const string Events = "hub_events";
    private const string Changes = "hub_changes";

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(500);

    // Told with each announcement, so that a node does not wake a second time for its own.
    private readonly string _node = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Announce(stoppingToken));

    private async Task Listen(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var session = await database.OpenSession(stoppingToken);
                session.Notification += (_, notification) => Hear(notification);
                await using (var listen = new NpgsqlCommand($"listen {Events}; listen {Changes}; listen {Presence.Channel}", session))
                {
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                }

                signal.Hear();
                changes.Interrupted();
                while (true)
                {
                    await session.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e)
            {
                await Pause("Notifications stopped", e, stoppingToken);
            }
        }
    }

    private async Task Announce(CancellationToken stoppingToken)
    {
        var wake = new WakeUp();
        signal.CommittedHere += wake.Ring;
        try
        {
            while (true)
            {
                await wake.Sleep(Timeout.InfiniteTimeSpan, stoppingToken);
                try
                {
                    await using var notify = database.SelfScopedCommand("select pg_notify('hub_events', $1)");
                    notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _node });
                    await notify.ExecuteNonQueryAsync(stoppingToken);
                }
                catch (NpgsqlException e)
                {
                    await Pause("Other nodes could not be told of new events", e, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            signal.CommittedHere -= wake.Ring;
        }
    }

    private void Hear(NpgsqlNotificationEventArgs notification)
    {
        if (notification.Channel == Events)
        {
            if (notification.Payload != _node)
            {
                signal.Hear();
            }
        }
        else if (notification.Channel == Presence.Channel)
        {
            presence.Hear(notification.Payload);
        }
        else if (JsonSerializer.Deserialize<ChangeNotice>(notification.Payload) is { } notice)
        {
            changes.Publish(new Change(new TenantId(notice.Tenant), notice.View, notice.Keys));
        }
    }

    private async Task Pause(string what, Exception why, CancellationToken cancellationToken)
    {
        logger.LogWarning("{What}, trying again: {Reason}", what, FailureReason.Of(why));
        await Task.Delay(AfterTrouble, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
