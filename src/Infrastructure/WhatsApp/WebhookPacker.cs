using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Says whose a change is, and makes messages of a firm's delivery. The same for what just came, was released, or is read again.</summary>
public sealed class WebhookPacker(PostgresChannelCatalog catalog, FirmKeyRing firms, PersonLanes lanes, IDeadLetters deadLetters)
{
    /// <summary>The channel of a number or, for what concerns the whole account and names none, one of that account's.</summary>
    /// <param name="admits">Whether whoever signed may speak for the channel.</param>
    internal async ValueTask<ConnectedChannel?> Owner(
        string? wabaId, string? phoneNumberId, Func<ConnectedChannel, bool> admits, CancellationToken cancellationToken)
    {
        if (phoneNumberId is not null)
        {
            return await catalog.Connected(phoneNumberId, cancellationToken) is { } channel && admits(channel) ? channel : null;
        }

        return wabaId is null
            ? null
            : (await catalog.All(cancellationToken)).FirstOrDefault(known => known.Channel.WabaId == wabaId && admits(known));
    }

    /// <summary>Opens and splits deliveries. The signature was checked when they came, and only the firm's own part was kept.</summary>
    /// <exception cref="UnprocessableException">It speaks of a number that is not the firm's any more.</exception>
    internal async Task<OpenedDelivery> Open(TenantId tenant, Guid rawPayload, KeptPayload kept, CancellationToken cancellationToken)
    {
        using var webhook = JsonDocument.Parse(kept.Bytes);
        var parts = new List<(RegisteredChannel Channel, WebhookChange Change)>();
        foreach (var change in WebhookNormaliser.Normalise(webhook.RootElement).Changes)
        {
            var owner = await Owner(change.WabaId, change.PhoneNumberId, channel => channel.Channel.Tenant == tenant, cancellationToken)
                ?? throw new UnprocessableException("Its number is not among the firm's channels any more.");
            parts.Add((owner.Channel, change));
        }

        return new(rawPayload, kept.ReceivedAt, parts);
    }

    /// <summary>Deliveries of one firm, in their order; of everybody whom they name the lanes are asked for at once.</summary>
    internal async Task<IReadOnlyList<WebhookParcel>> Pack(
        TenantId tenant, IReadOnlyList<OpenedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        var people = await lanes.Of(
            tenant, firm, deliveries.SelectMany(delivery => delivery.Parts).SelectMany(part => ArrivedItem.People(part.Change)), cancellationToken);
        return [.. deliveries.Select(delivery => new WebhookParcel(
            tenant,
            firm,
            delivery.RawPayload,
            [
                .. delivery.Parts.SelectMany(part => ArrivedItem.Of(part.Channel, firm, part.Change, people, delivery.ReceivedAt, delivery.RawPayload))
                    .DistinctBy(message => (message.Topic, message.Id)),
            ],
            [.. delivery.Parts.SelectMany(part => part.Change.Malformed)]))];
    }

    /// <summary>What cannot be read is shown to the firm, which can have it read again.</summary>
    internal async Task Report(WebhookParcel parcel, CancellationToken cancellationToken)
    {
        foreach (var item in parcel.Malformed)
        {
            await deadLetters.Add(
                parcel.Tenant, DeadLetterKinds.Webhook, item.Kind, parcel.Reference(item), item.Reason, attempts: 1, cancellationToken);
        }
    }
}

/// <summary>A delivery's changes, each with the channel that it came through.</summary>
internal sealed record OpenedDelivery(
    Guid RawPayload, DateTimeOffset ReceivedAt, IReadOnlyList<(RegisteredChannel Channel, WebhookChange Change)> Parts);
