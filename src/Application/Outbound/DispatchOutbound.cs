using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Hands a requested message to its conversation's lane, so that one client's messages leave in order.</summary>
internal sealed class DispatchOutbound(IBus bus) : IPolicy
{
    public string Name => "dispatch_outbound";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        OutboundRequested requested => bus.Dispatch(
            envelope.Tenant, requested.Conversation, requested.Message, requested.Message.Value, cancellationToken),
        OutboundRetried retried => bus.Dispatch(
            envelope.Tenant, retried.Conversation, retried.Message, envelope.EventId, cancellationToken),
        _ => Task.CompletedTask,
    };
}

internal static class Dispatching
{
    /// <param name="bus">That carries it.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="conversation">In whose lane.</param>
    /// <param name="message">Which message.</param>
    /// <param name="once">The same turn is not carried twice.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task Dispatch(
        this IBus bus, TenantId tenant, ConversationId conversation, OutboundMessageId message, Guid once, CancellationToken cancellationToken) =>
        bus.Publish(
            [new BusMessage(tenant, Topics.OutgoingMessage, conversation.ToString(), once, BusJson.Write(new OutgoingMessage(message.Value)))],
            cancellationToken);
}

/// <summary>The body on topic <c>wa.message.outgoing</c>: everything else is in the record.</summary>
internal sealed record OutgoingMessage(Guid Message);
