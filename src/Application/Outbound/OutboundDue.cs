using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A message that is to be brought back to its gates at a moment.</summary>
public sealed record OutboundDue(OutboundMessageId Message, ConversationId Conversation, DateTimeOffset? DueAt) : IAlarm;

internal sealed class OutboundDueProjection : AlarmProjection<OutboundDue>
{
    public override string Name => "outbound_due";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is OutboundMessageEvent e ? [new(e.Message.Value)] : [];

    public override OutboundDue? Evolve(DocumentKey key, OutboundDue? view, EventEnvelope envelope) => envelope.Event switch
    {
        OutboundScheduled e => new OutboundDue(e.Message, e.Conversation, e.Until),
        OutboundHeld => view, // it is in its lane already
        OutboundMessageEvent => null,
        _ => view,
    };
}

internal sealed class BringBackOutbound(IBus bus) : AlarmHandler<OutboundDue>
{
    protected override async Task<Rung> Ring(DueAlarm<OutboundDue> due, CancellationToken cancellationToken)
    {
        await bus.Dispatch(due.Tenant, due.Alarm.Conversation, due.Alarm.Message, due.Cause.Value, cancellationToken);
        return Rung.Done;
    }
}
