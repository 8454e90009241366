using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Hands a requested message to its conversation's lane, so that one client's messages leave in order.</summary>
internal sealed class DispatchOutbound(IBus bus) : IPolicy
{
    public string Name => "dispatch_outbound";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event is OutboundRequested requested
        ? bus.Publish(
            [
                new BusMessage(
                    envelope.Tenant, Topics.OutgoingMessage, requested.Conversation.ToString(), requested.Message.Value,
                    BusJson.Write(new OutgoingMessage(requested.Message.Value))),
            ],
            cancellationToken)
        : Task.CompletedTask;
}

/// <summary>The body on topic <c>wa.message.outgoing</c>: everything else is in the record.</summary>
internal sealed record OutgoingMessage(Guid Message);
