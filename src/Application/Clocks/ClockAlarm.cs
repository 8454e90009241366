using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Clocks;

/// <summary>The next moment at which a running clock has something to tell: half spent, then breached.</summary>
public sealed record ClockAlarm(ConversationId Conversation, DataSubjectId? Client, ClockTimes Times, bool IsHalfSpent) : IAlarm
{
    public DateTimeOffset? DueAt => IsHalfSpent ? Times.DueAt : Times.HalfAt;
}

internal sealed class ClockAlarmProjection : AlarmProjection<ClockAlarm>
{
    public override string Name => "service_clock";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is ClockEvent e ? [new(e.Clock.Value)] : [];

    public override ClockAlarm? Evolve(DocumentKey key, ClockAlarm? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, ClockStarted e) => new ClockAlarm(e.Conversation, envelope.About, e.Times, IsHalfSpent: false),
        (not null, ClockHastened e) => view with { Times = e.Times, IsHalfSpent = false },
        (not null, ClockHalfSpent) => view with { IsHalfSpent = true },
        (_, ClockBreached or ClockStopped) => null,
        _ => view,
    };
}

internal sealed class TellSpentTime(IEventStore events, TimeProvider clock) : AlarmHandler<ClockAlarm>
{
    protected override async Task<Rung> Ring(DueAlarm<ClockAlarm> due, CancellationToken cancellationToken)
    {
        (await events.Transact(
            ClockStream.Of(due.Tenant, new ClockId(due.Key)), ServiceClock.Decider, new ClockCommand.Tick(clock.GetUtcNow()),
            due.Provenance(due.Alarm.Conversation.Value, about: due.Alarm.Client), cancellationToken)).OrThrow();
        return Rung.Done;
    }
}
