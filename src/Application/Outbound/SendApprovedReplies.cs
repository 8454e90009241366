using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A lawyer's approval is the only cause by which a reply becomes an outbound message.</summary>
internal sealed class SendApprovedReplies(IEventStore events) : IPolicy
{
    public string Name => "send_approved_replies";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event is not ReplyApproved approval)
        {
            return;
        }

        var reply = await events.Present(ReplyStream.Of(envelope.Tenant, approval.Reply), Reply.Decider, cancellationToken);
        if (reply is not Reply.Approved approved
            || await events.Conversation(envelope.Tenant, approval.Conversation, cancellationToken) is not Conversation.Open conversation)
        {
            throw new UnprocessableException("An approval without its reply or conversation.");
        }

        var message = OutboundMessageStream.For(approval.Reply);
        (await events.Transact(
            OutboundMessageStream.Of(envelope.Tenant, message), OutboundMessage.Decider,
            new OutboundMessageCommand.RequestReply(message, conversation.Channel, approved.ToSend()),
            Provenance.Of(envelope, Name) with { Correlation = approval.Conversation.Value },
            cancellationToken)).OrThrow();
    }
}
