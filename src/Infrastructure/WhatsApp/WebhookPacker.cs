using System.Security.Cryptography;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Says whose a change is, and makes of a firm's changes what is stored. The same for what just came, was released, or is read again.</summary>
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

    internal async Task<WebhookParcel> Pack(
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
        return new WebhookParcel(tenant, firm, rawPayload, raw, receivedAt, items, [.. parts.SelectMany(part => part.Change.Malformed)]);
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
