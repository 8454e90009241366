using System.Security.Cryptography;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Each message, status or notice of an account as a message on the bus. Its id follows from what it is: the same wamid at the same number,
/// with the same status, is the same message whenever it is delivered. Its lane is one person at one number.
/// </summary>
internal static class ArrivedItem
{
    /// <summary>Everybody whom a change names, so that their lanes can be asked for at once.</summary>
    public static IEnumerable<WhatsAppIdentity> People(WebhookChange change) =>
        change.Messages.Concat(change.Aside).Concat(change.Echoes).Select(message => message.From)
            .Concat(change.Statuses.Select(status => status.Recipient).OfType<WhatsAppIdentity>());

    /// <summary>What a change of a channel puts on the bus, in its order.</summary>
    /// <param name="lanes">Of <see cref="People"/>.</param>
    /// <param name="at">When the delivery arrived.</param>
    /// <param name="rawPayload">Where its bytes lie.</param>
    public static IEnumerable<BusMessage> Of(
        RegisteredChannel channel,
        FirmKeys firm,
        WebhookChange change,
        IReadOnlyDictionary<WhatsAppIdentity, DataSubjectId> lanes,
        DateTimeOffset at,
        Guid rawPayload) =>
    [
        .. change.Messages.Concat(change.Aside).Select(message => Of(
            channel, firm, message, Topics.IncomingMessage, NormalizedMessage.Inbound, lanes[message.From], at, rawPayload)),
        .. change.Echoes.Select(message => Of(
            channel, firm, message, Topics.EchoedMessage, NormalizedMessage.Outbound, lanes[message.From], at, rawPayload)),
        .. change.Statuses.Select(status => Of(
            channel, firm, status.Wamid, status.Status, Topics.StatusUpdate, status.Recipient is { } to ? lanes[to].ToString() : status.Wamid,
            _ => BusJson.Write(status.Through(channel.Id, at)))),
        .. Account(channel, firm, change, at, rawPayload),
    ];

    private static BusMessage Of(
        RegisteredChannel channel,
        FirmKeys firm,
        WhatsAppMessage message,
        string topic,
        string direction,
        DataSubjectId lane,
        DateTimeOffset at,
        Guid rawPayload) => Of(
            channel, firm, message.Wamid, string.Empty, topic, lane.ToString(), id =>
            {
                var incoming = message.At(channel.Id, at, rawPayload);
                var sender = PostgresIdentityVault.Names(firm, message.From)[0].Index;
                return BusJson.Write(incoming with
                {
                    Normalized = new(
                        id, channel.Tenant.Value, channel.Id.Value, direction, sender.Hex, incoming.Type, rawPayload, incoming.SentAt),
                });
            });

    /// <summary>An account's changes have no id: one follows from what was told, and when Meta told it, as the same may come true twice.</summary>
    private static IEnumerable<BusMessage> Account(RegisteredChannel channel, FirmKeys firm, WebhookChange change, DateTimeOffset at, Guid rawPayload)
    {
        if (change.Account.Count == 0)
        {
            return [];
        }

        var told = $"{change.Field}/{change.At:O}/{Convert.ToHexStringLower(SHA256.HashData(change.Raw.Span))}";
        return change.Account.Select((one, n) => Of(
            channel, firm, $"{told}/{n}", change.Field, Topics.AccountEvent, "account", id => BusJson.Write(new WebhookEvent(
                id, WebhookEvent.WhatsApp, rawPayload, at, channel.Tenant.Value, channel.Id.Value, change.Field,
                change.At is { } when && when < at ? when : at, one))));
    }

    private static BusMessage Of(
        RegisteredChannel channel, FirmKeys firm, string wamid, string status, string topic, string lane, Func<Guid, ReadOnlyMemory<byte>> body)
    {
        var id = new Guid(firm.IndexBytes(BlindKind.Item, $"{channel.PhoneNumberId}/{wamid}/{status}").AsSpan(0, 16), bigEndian: true);
        return new(channel.Tenant, topic, PersonLanes.Key(firm, channel, lane), id, body(id));
    }
}
