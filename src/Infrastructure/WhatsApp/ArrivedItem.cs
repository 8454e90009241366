using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One message or status on its way from the door to the bus.</summary>
/// <param name="Wamid">Its blind index.</param>
/// <param name="Status">Empty for a message: a message arrives once, its statuses once each.</param>
/// <param name="Key">The lane: one person at one number.</param>
/// <param name="Id">Follows from what it is, so that the bus knows a repetition too.</param>
internal sealed record ArrivedItem(string PhoneNumberId, byte[] Wamid, string Status, string Topic, string Key, Guid Id, ReadOnlyMemory<byte> Body)
{
    public static ArrivedItem Of(RegisteredChannel channel, FirmKeys firm, WhatsAppMessage message, DateTimeOffset at, Guid rawPayload) => Of(
        channel, firm, message.Wamid, string.Empty, Topics.IncomingMessage, message.From, BusJson.Write(message.At(channel.Id, at, rawPayload)));

    public static ArrivedItem Of(RegisteredChannel channel, FirmKeys firm, WhatsAppStatus status, DateTimeOffset at) => Of(
        channel, firm, status.Wamid, status.Status, Topics.StatusUpdate, status.Recipient, BusJson.Write(status.Through(channel.Id, at)));

    private static ArrivedItem Of(
        RegisteredChannel channel, FirmKeys firm, string wamid, string status, string topic, WhatsAppIdentity? person, ReadOnlyMemory<byte> body)
    {
        var name = $"{channel.PhoneNumberId}/{wamid}/{status}";
        var lane = person?.UserId ?? person?.WaId ?? wamid;
        return new(
            channel.PhoneNumberId,
            firm.IndexBytes(BlindKind.Wamid, wamid),
            status,
            topic,
            firm.Index(BlindKind.Lane, $"{channel.PhoneNumberId}/{lane}").Hex,
            new Guid(firm.IndexBytes(BlindKind.Item, name).AsSpan(0, 16), bigEndian: true),
            body);
    }
}
