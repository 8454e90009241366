using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Takes a delivery in: split, attributed, sealed, and all of it durable in one transaction before anybody says 200.</summary>
public sealed class WebhookInbox(
    WebhookPacker packer,
    ChannelLimits limits,
    FirmKeyRing firms,
    WebhookStore store,
    BusWakeUp wakeUp,
    WebhookMetrics metrics,
    TimeProvider clock,
    ILogger<WebhookInbox> logger)
{
    /// <summary>Whose is what nobody has registered.</summary>
    public static readonly TenantId Nobody = new(Guid.Empty);

    /// <param name="body">The request's bytes.</param>
    /// <param name="webhook">The same, parsed.</param>
    /// <returns>Whether it was taken, all of it; if not, a channel delivers too much and nothing of it was stored.</returns>
    public async Task<bool> Receive(ReadOnlyMemory<byte> body, JsonElement webhook, WebhookSigner signer, CancellationToken cancellationToken)
    {
        var kind = webhook.Text("object");
        if (kind is not null && kind != WebhookNormaliser.WhatsApp)
        {
            logger.LogInformation("A webhook about something else than WhatsApp was acknowledged and left");
            return true;
        }

        var normalised = WebhookNormaliser.Normalise(webhook);
        var owned = new List<(RegisteredChannel Channel, WebhookChange Change)>();
        var lost = new List<WebhookChange>();
        foreach (var change in normalised.Changes)
        {
            if (await packer.Owner(change.WabaId, change.PhoneNumberId, signer.MaySpeakFor, cancellationToken) is { } channel)
            {
                owned.Add((channel.Channel, change));
            }
            else
            {
                lost.Add(change);
            }
        }

        if (!limits.Admit(owned.Select(part => part.Channel), hasStrays: lost.Count + normalised.Malformed.Count > 0))
        {
            return false;
        }

        var byTenant = owned.GroupBy(part => part.Channel.Tenant).OrderBy(group => group.Key.Value).ToArray();
        var isWhole = byTenant.Length == 1 && lost.Count == 0 && normalised.Malformed.Count == 0;
        var receivedAt = clock.GetUtcNow();
        var parcels = new List<WebhookParcel>(byTenant.Length);
        foreach (var group in byTenant)
        {
            // Of a delivery that concerns several firms each one keeps its own part only.
            var raw = isWhole ? body : WebhookDelivery.Of(group.Select(part => (part.Change.WabaId, part.Change.Raw)));
            var parcel = await packer.Pack(group.Key, [.. group], raw, receivedAt, cancellationToken);
            await packer.Report(parcel, cancellationToken);
            parcels.Add(parcel);
        }

        var hubsOwn = lost.Count + normalised.Malformed.Count == 0 ? null : await firms.Of(Nobody, cancellationToken);
        Stray[] strays = hubsOwn is null
            ? []
            :
            [
                .. normalised.Malformed.Select(item => new Stray(null, null, signer.Trace(hubsOwn), $"{item.Kind}: {item.Reason}", item.Raw)),
                .. lost.Select(change => new Stray(
                    change.WabaId, change.PhoneNumberId, signer.Trace(hubsOwn), "No firm has registered this number with the app that signed.", change.Raw)),
            ];
        var fresh = await store.Keep(parcels, strays, hubsOwn, receivedAt, cancellationToken);
        wakeUp.Published();
        Count(parcels, strays, fresh);
        return true;
    }

    private void Count(List<WebhookParcel> parcels, Stray[] strays, long fresh)
    {
        metrics.Took(fresh, parcels.Sum(parcel => parcel.Items.Count) - fresh, parcels.Sum(parcel => parcel.Malformed.Count));
        if (strays.Length > 0)
        {
            metrics.Quarantined(strays.Length);
            logger.LogWarning("{Count} changes went into quarantine: no firm has registered their numbers", strays.Length);
        }
    }
}
