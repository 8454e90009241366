using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Takes a delivery in: split, attributed, sealed, and all of it durable in one transaction before anybody says 200.</summary>
public sealed class WebhookInbox(
    PostgresChannelCatalog catalog,
    FirmKeyRing firms,
    WebhookStore store,
    PersonLanes lanes,
    IDeadLetters deadLetters,
    BusWakeUp wakeUp,
    WebhookMetrics metrics,
    TimeProvider clock,
    ILogger<WebhookInbox> logger)
{
    /// <summary>The kind of an item that cannot be read; there is nothing to try again.</summary>
    public const string DeadLetterKind = "webhook";

    /// <summary>Whose is what nobody has registered.</summary>
    public static readonly TenantId Nobody = new(Guid.Empty);

    /// <param name="body">The request's bytes.</param>
    /// <param name="webhook">The same, parsed.</param>
    public async Task Receive(ReadOnlyMemory<byte> body, JsonElement webhook, WebhookSigner signer, CancellationToken cancellationToken)
    {
        var kind = webhook.Text("object");
        if (kind is not null && kind != WebhookNormaliser.WhatsApp)
        {
            logger.LogInformation("A webhook about something else than WhatsApp was acknowledged and left");
            return;
        }

        var normalised = WebhookNormaliser.Normalise(webhook);
        var owned = new List<(RegisteredChannel Channel, WebhookChange Change)>();
        var strays = new List<Stray>(normalised.Malformed.Select(item => new Stray(null, $"{item.Kind}: {item.Reason}", item.Raw)));
        foreach (var change in normalised.Changes)
        {
            if (await Owner(change, signer, cancellationToken) is { } channel)
            {
                owned.Add((channel, change));
            }
            else
            {
                strays.Add(new Stray(change.PhoneNumberId, "No firm has registered this number.", change.Raw));
            }
        }

        var byTenant = owned.GroupBy(part => part.Channel.Tenant).OrderBy(group => group.Key.Value).ToArray();
        var isWhole = byTenant.Length == 1 && strays.Count == 0;
        var receivedAt = clock.GetUtcNow();
        var parcels = new List<WebhookParcel>(byTenant.Length);
        foreach (var group in byTenant)
        {
            parcels.Add(await Pack(group.Key, [.. group], isWhole ? body : Joined(group.Select(part => part.Change.Raw)), receivedAt, cancellationToken));
        }

        var hubsOwn = strays.Count == 0 ? null : await firms.Of(Nobody, cancellationToken);
        var fresh = await store.Keep(parcels, strays, hubsOwn, receivedAt, cancellationToken);
        wakeUp.Published();
        Count(parcels, strays, fresh);
    }

    private async ValueTask<RegisteredChannel?> Owner(WebhookChange change, WebhookSigner signer, CancellationToken cancellationToken)
    {
        // What concerns the whole account names no number; any channel of that account shows whose it is.
        var channel = change.PhoneNumberId is { } number
            ? await catalog.Find(number, cancellationToken)
            : (await catalog.All(cancellationToken)).FirstOrDefault(known => known.Channel.WabaId == change.WabaId)?.Channel;
        return channel is not null && signer.MaySpeakFor(channel) ? channel : null;
    }

    private async Task<WebhookParcel> Pack(
        TenantId tenant,
        IReadOnlyList<(RegisteredChannel Channel, WebhookChange Change)> parts,
        ReadOnlyMemory<byte> raw,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);

        // The id follows from the bytes: a delivery that is repeated lies here once.
        var digest = Convert.ToHexString(SHA256.HashData(raw.Span));
        var rawPayload = new Guid(firm.IndexBytes(BlindKind.Item, $"raw/{digest}").AsSpan(0, 16), bigEndian: true);
        var people = await lanes.Of(tenant, firm, parts.SelectMany(part => ArrivedItem.People(part.Change)), cancellationToken);
        var items = parts.SelectMany(part => ArrivedItem.Of(part.Channel, firm, part.Change, people, receivedAt, rawPayload))
            .DistinctBy(item => (item.Topic, item.Id)).ToArray();

        var malformed = parts.SelectMany(part => part.Change.Malformed).ToArray();
        for (var i = 0; i < malformed.Length; i++)
        {
            await deadLetters.Add(
                tenant, DeadLetterKind, malformed[i].Kind, $"{rawPayload:D}/{i}", malformed[i].Reason, attempts: 1, cancellationToken);
        }

        return new WebhookParcel(tenant, firm, rawPayload, raw, items, malformed.Length);
    }

    private void Count(List<WebhookParcel> parcels, List<Stray> strays, long fresh)
    {
        metrics.Took(fresh, parcels.Sum(parcel => parcel.Items.Count) - fresh, parcels.Sum(parcel => parcel.Malformed));
        if (strays.Count > 0)
        {
            metrics.Quarantined(strays.Count);
            logger.LogWarning("{Count} changes went into quarantine: no firm has registered their numbers", strays.Count);
        }
    }

    /// <summary>Of a delivery that concerns several firms each one keeps its own part only.</summary>
    private static byte[] Joined(IEnumerable<ReadOnlyMemory<byte>> changes) =>
        Encoding.UTF8.GetBytes($"[{string.Join(',', changes.Select(change => Encoding.UTF8.GetString(change.Span)))}]");
}
