using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// Takes what Meta says of a sent message into the record. The callback data names our own message, also when the status overtakes the
/// answer to the send.
/// </summary>
internal sealed class RecordStatus(IEventStore events, IIdentityVault identities) : IBusConsumer
{
    public string Topic => Topics.StatusUpdate;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var incoming = BusJson.Read<IncomingStatus>(message.Body);
        if (StatusOf(incoming.Status) is not { } status)
        {
            return; // deleted, warning and words to come say nothing about delivery
        }

        var tenant = message.Tenant;
        var own = await OwnMessage(tenant, incoming.CallbackData, cancellationToken);
        if (own is StaffMessageAddressed toStaff)
        {
            await Record(tenant, toStaff, incoming, status, cancellationToken);
            return;
        }

        var sent = own as OutboundRequested;
        var conversation = sent?.Conversation
            ?? (incoming.To is { } to
                ? ConversationStream.Between(incoming.Channel, (await identities.Resolve(tenant, to, incoming.At, cancellationToken)).Client)
                : throw new UnprocessableException("The status names neither a recipient nor a message of ours."));
        var wamid = await identities.IndexWamid(tenant, incoming.Wamid, cancellationToken);
        var command = new ConversationCommand.RecordStatus(
            conversation, wamid, sent?.Message, status, incoming.Errors.Count > 0 ? incoming.Errors[0].Code : null, incoming.At)
        {
            Played = incoming.Status == "played",
            Pricing = incoming.Pricing,
            Codes = [.. incoming.Errors.Select(error => error.Code)],
        };
        (await events.Transact(
            new Provenance(
                Actor.System("whatsapp"), CauseId.Of($"status/{wamid}/{incoming.Status}"), conversation.Value, About: sent?.Client),
            transaction => transaction.RecordStatus(tenant, command), cancellationToken)).OrThrow();
    }

    private static DeliveryStatus? StatusOf(string word) => word switch
    {
        "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" or "played" => DeliveryStatus.Read,
        "failed" => DeliveryStatus.Failed,
        _ => null,
    };

    private async Task Record(
        TenantId tenant, StaffMessageAddressed message, IncomingStatus incoming, DeliveryStatus status, CancellationToken cancellationToken) =>
        (await events.Transact(
            NotificationStream.Message(tenant, message.Message), StaffMessage.Decider,
            new StaffMessageCommand.RecordStatus(status, incoming.Errors.Count > 0 ? incoming.Errors[0].Code : null, incoming.At),
            new Provenance(Actor.System("whatsapp"), CauseId.Of($"status/{message.Message}/{incoming.Status}"), message.Notification.Value), cancellationToken))
            .OrThrow();

    /// <summary>A message to a client, else one to staff: those are few.</summary>
    private async Task<IDomainEvent?> OwnMessage(TenantId tenant, string? callbackData, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(callbackData, out var id))
        {
            return null;
        }

        var message = new OutboundMessageId(id);
        return await First(OutboundMessageStream.Of(tenant, message), cancellationToken)
            ?? await First(NotificationStream.Message(tenant, message), cancellationToken);
    }

    private async Task<IDomainEvent?> First(StreamId stream, CancellationToken cancellationToken) =>
        await events.Load(stream, StreamBound.ToVersion(1), cancellationToken) is [{ Event: var first }] ? first : null;
}
