using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A snoozed conversation comes back into the inbox at its moment.</summary>
public sealed record SnoozeEnd(ConversationId Conversation, DataSubjectId? Client, DateTimeOffset Until, Guid SetBy) : IAlarm
{
    public DateTimeOffset? DueAt => Until;
}

internal sealed class SnoozeEndProjection : AlarmProjection<SnoozeEnd>
{
    public override string Name => "snooze_end";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        ConversationSnoozed e => [new(e.Conversation.Value)],
        ConversationWoken e => [new(e.Conversation.Value)],
        ConversationResolved e => [new(e.Conversation.Value)],
        _ => [],
    };

    public override SnoozeEnd? Evolve(DocumentKey key, SnoozeEnd? view, EventEnvelope envelope) =>
        envelope.Event is ConversationSnoozed e ? new SnoozeEnd(e.Conversation, envelope.About, e.Until, envelope.EventId) : null;
}

internal sealed class EndSnooze(IEventStore events, TimeProvider clock) : AlarmHandler<SnoozeEnd>
{
    protected override async Task<Rung> Ring(DueAlarm<SnoozeEnd> due, CancellationToken cancellationToken)
    {
        (await events.Transact(
            ConversationStream.Of(due.Tenant, due.Alarm.Conversation), Conversation.Decider, new StandingCommand.Wake(WakeReason.Time, clock.GetUtcNow()),
            due.Provenance(due.Key, due.Alarm.SetBy, due.Alarm.Client), cancellationToken)).OrThrow();
        return Rung.Done;
    }
}
