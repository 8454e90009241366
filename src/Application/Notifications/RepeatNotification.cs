using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Notifications;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>When something that nobody has seen is said again.</summary>
public sealed record NotificationRepetition(TimeSpan Every, DateTimeOffset Next, Guid Story) : IAlarm
{
    public DateTimeOffset? DueAt => Next;
}

internal sealed class NotificationRepetitionProjection : AlarmProjection<NotificationRepetition>
{
    public override string Name => "notification_repetition";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is NotificationEvent e ? [new(e.Notification.Value)] : [];

    public override NotificationRepetition? Evolve(DocumentKey key, NotificationRepetition? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, NotificationRaised { RepeatEvery: { } every } e) => new NotificationRepetition(every, e.At + every, envelope.Correlation),
        (not null, NotificationRepeated e) => view with { Next = e.At + view.Every },
        (_, NotificationSeen or NotificationClosed) => null,
        _ => view,
    };
}

internal sealed class RepeatNotification(IEventStore events, TimeProvider clock) : AlarmHandler<NotificationRepetition>
{
    protected override async Task<Rung> Ring(DueAlarm<NotificationRepetition> due, CancellationToken cancellationToken)
    {
        (await events.Transact(
            NotificationStream.Of(due.Tenant, new NotificationId(due.Key)), Notification.Decider, new NotificationCommand.Repeat(clock.GetUtcNow()),
            due.Provenance(due.Alarm.Story), cancellationToken)).OrThrow();
        return Rung.Done;
    }
}
