using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A status that names our message settles a send whose answer was lost, or tells that what was taken never arrived.</summary>
internal sealed class SettleOutbound(IEventStore events) : IPolicy
{
    public string Name => "settle_outbound";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (message, told) = envelope.Event switch
        {
            MessageSent when envelope.Actor == DeliverOutbound.Actor => default, // the answer itself, which settled it in the same unit of work
            MessageSent sent => (sent.Message, (OutboundMessageCommand)new OutboundMessageCommand.Accept(sent.Wamid)),
            MessageFailed failed => (failed.Message, new OutboundMessageCommand.Fail(failed.Code)),
            _ => default,
        };
        if (told is not null)
        {
            (await events.Transact(
                OutboundMessageStream.Of(envelope.Tenant, message), OutboundMessage.Decider, told, Provenance.Of(envelope, Name), cancellationToken))
                .OrThrow();
        }
    }
}
