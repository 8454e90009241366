using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Gives what waits in quarantine to the firm that registered its number, in the order of arrival. Taking a change out and delivering it
/// to the firm is one transaction, so each goes once, whichever nodes try. Runs when the catalogue changes anywhere, and once a
/// minute for what a gateway put there that had not heard of the change yet.
/// </summary>
public sealed class QuarantineRelease(
    HubDataSource database,
    PostgresChannelCatalog catalog,
    FirmKeyRing firms,
    WebhookPacker packer,
    ArrivalWakeUp wakeUp,
    WebhookMetrics metrics,
    ILogger<QuarantineRelease> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>How many changes went to their firms.</returns>
    public async Task<int> Release(CancellationToken cancellationToken)
    {
        var waiting = await QuarantineTable.Waiting(database, cancellationToken);
        metrics.Saw(waiting);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var hubsOwn = await firms.Of(WebhookInbox.Nobody, cancellationToken);
        var released = 0;
        foreach (var subject in waiting.GroupBy(waiting => waiting.Subject))
        {
            var (wabaId, number) = (subject.Key.WabaId, subject.Key.PhoneNumberId);
            var apps = subject.Select(part => part.App).ToArray();
            if (await packer.Owner(wabaId, number, channel => Admitted(channel).Any(), cancellationToken) is { } owner)
            {
                released += await Release(subject.Key, owner.Channel, [.. Admitted(owner)], hubsOwn, cancellationToken);
            }

            IEnumerable<byte[]?> Admitted(ConnectedChannel channel) => apps.Where(app => WebhookSigner.TraceMaySpeakFor(channel, app, hubsOwn));
        }

        return released;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Release(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or KeyRingException)
            {
                logger.LogWarning("Quarantine could not be looked through ({Problem}); again in a minute", exception.GetType().Name);
            }

            await catalog.Changed(Pause, stoppingToken);
        }
    }

    private async Task<int> Release(
        Subject subject, RegisteredChannel channel, byte[]?[] apps, FirmKeys hubsOwn, CancellationToken cancellationToken)
    {
        var (released, after) = (0, 0L);
        while (true)
        {
            var changes = await QuarantineTable.Next(
                database, subject, [.. apps.OfType<byte[]>()], apps.Any(app => app is null), after, AtOnce, cancellationToken);
            if (changes.Count == 0)
            {
                break;
            }

            after = changes[^1].Position;
            released += await Move(channel, changes, hubsOwn, cancellationToken);
        }

        if (released > 0)
        {
            metrics.Released(released);
            logger.LogInformation("{Count} changes left quarantine for channel {Channel} of firm {Tenant}", released, channel.Id, channel.Tenant);
        }

        return released;
    }

    private async Task<int> Move(
        RegisteredChannel channel, IReadOnlyList<QuarantinedChange> changes, FirmKeys hubsOwn, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(channel.Tenant, cancellationToken);
        var arrivals = new List<(Guid Id, Arrival Arrival)>(changes.Count);
        foreach (var change in changes)
        {
            if (Opened(change, hubsOwn) is { } raw)
            {
                var delivery = WebhookDelivery.Of([(change.WabaId, raw)]);
                arrivals.Add((change.Id, Arrival.Of(channel.Tenant, firm, delivery, change.ReceivedAt)));
            }
        }

        await using var transaction = await database.Begin(WebhookInbox.Nobody, cancellationToken);
        var taken = await QuarantineTable.Take(transaction, arrivals.Select(waiting => waiting.Id), cancellationToken);
        Arrival[] ours = [.. arrivals.Where(waiting => taken.Contains(waiting.Id)).Select(waiting => waiting.Arrival)];
        await WebhookStore.Keep(transaction, ours, cancellationToken);
        await transaction.Commit(cancellationToken);
        wakeUp.Ring();
        return ours.Length;
    }

    private byte[]? Opened(QuarantinedChange change, FirmKeys hubsOwn)
    {
        try
        {
            return hubsOwn.Open(change.Sealed, QuarantineTable.Place(change.Id));
        }
        catch (KeyRingException exception)
        {
            // It stays for whoever restores the key; those behind it go on.
            logger.LogError(exception, "Change {Id} stays in quarantine: it does not open", change.Id);
            return null;
        }
    }
}
