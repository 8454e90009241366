using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A status that names our message settles a send whose answer was lost.</summary>
internal sealed class SettleOutbound(IEventStore events) : IPolicy
{
    public string Name => "settle_outbound";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event is MessageSent sent)
        {
            (await events.Transact(
                OutboundMessageStream.Of(envelope.Tenant, sent.Message), OutboundMessage.Decider,
                new OutboundMessageCommand.Accept(sent.Wamid), Provenance.Of(envelope, Name), cancellationToken)).OrThrow();
        }
    }
}
