using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One message, status or notice of the account on its way from the door to the bus.</summary>
/// <param name="Wamid">Its blind index; of what has none, that of its own bytes.</param>
/// <param name="Status">Empty for a message: a message arrives once, its statuses once each. The field's name for a notice.</param>
/// <param name="Key">The lane: one person at one number.</param>
/// <param name="Id">Follows from what it is, so that the bus knows a repetition too.</param>
internal sealed record ArrivedItem(string PhoneNumberId, byte[] Wamid, string Status, string Topic, string Key, Guid Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>Everybody whom a change names, so that their lanes can be asked for at once.</summary>
    public static IEnumerable<WhatsAppIdentity> People(WebhookChange change) =>
        change.Messages.Select(message => message.From).Concat(change.Statuses.Select(status => status.Recipient).OfType<WhatsAppIdentity>());

    /// <summary>What a change of a channel puts on the bus, in its order.</summary>
    /// <param name="lanes">Of <see cref="People"/>.</param>
    /// <param name="at">When the delivery arrived.</param>
    /// <param name="rawPayload">Where its bytes lie.</param>
    public static IEnumerable<ArrivedItem> Of(
        RegisteredChannel channel,
        FirmKeys firm,
        WebhookChange change,
        IReadOnlyDictionary<WhatsAppIdentity, DataSubjectId> lanes,
        DateTimeOffset at,
        Guid rawPayload) =>
    [
        .. change.Messages.Select(message => Of(
            channel, firm, message.Wamid, string.Empty, Topics.IncomingMessage, lanes[message.From].ToString(),
            BusJson.Write(message.At(channel.Id, at, rawPayload)))),
        .. change.Statuses.Select(status => Of(
            channel, firm, status.Wamid, status.Status, Topics.StatusUpdate, status.Recipient is { } to ? lanes[to].ToString() : status.Wamid,
            BusJson.Write(status.Through(channel.Id, at)))),
    ];

    private static ArrivedItem Of(
        RegisteredChannel channel, FirmKeys firm, string wamid, string status, string topic, string lane, ReadOnlyMemory<byte> body) => new(
            channel.PhoneNumberId,
            firm.IndexBytes(BlindKind.Wamid, wamid),
            status,
            topic,
            PersonLanes.Key(firm, channel, lane),
            new Guid(firm.IndexBytes(BlindKind.Item, $"{channel.PhoneNumberId}/{wamid}/{status}").AsSpan(0, 16), bigEndian: true),
            body);
}
