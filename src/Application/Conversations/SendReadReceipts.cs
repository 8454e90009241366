using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Who of the firm opens a conversation has read it, and the client may see that. What the script takes is told by the dialogue itself.</summary>
internal sealed class SendReadReceipts(IEventStore events, IViews views, IReadReceipts receipts) : IPolicy
{
    public string Name => "send_read_receipts";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event is ConversationSeen seen
            && await views.Find<TimelineMessage>(envelope.Tenant, seen.UpTo.Value, cancellationToken) is { Inbound: true, Wamid: { } wamid }
            && await events.Conversation(envelope.Tenant, seen.Conversation, cancellationToken) is Conversation.Open { IsBlocked: false } open
            && (await events.Present(ConsentStream.Of(envelope.Tenant, open.Client), Consent.Decider, cancellationToken)).Covers(Purpose.Messaging))
        {
            receipts.Offer(new ReadReceipt(envelope.Tenant, open.Channel, wamid, Typing: false, envelope.At));
        }
    }
}
