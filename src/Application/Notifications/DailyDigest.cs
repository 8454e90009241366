using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>A firm's digest: looked at anew whenever something that its moment depends on was set.</summary>
public sealed record DailyDigest(DateTimeOffset SetAt) : IAlarm
{
    public DateTimeOffset? DueAt => SetAt;
}

internal sealed class DailyDigestProjection : AlarmProjection<DailyDigest>
{
    public override string Name => "daily_digest";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is FirmFounded or OfficeHoursSet or DigestTimeSet ? [new(((FirmEvent)envelope.Event).Firm.Value)] : [];

    public override DailyDigest? Evolve(DocumentKey key, DailyDigest? view, EventEnvelope envelope) => new(envelope.At);
}

/// <summary>
/// On each working day, at the firm's time, tells each of those whom the rules name how much waits for them, and nobody for whom nothing does. A day's digest has
/// its id from person and day: after a crash, at a clock that was set back and on a second node there is still one.
/// </summary>
internal sealed class SendDigest(IEventStore events, NotificationRecipients recipients, WaitingWork work, IViews views, TimeProvider clock)
    : AlarmHandler<DailyDigest>
{
    // Later nobody begins the day any more; what waits then stands on the dashboard.
    private static readonly TimeSpan Latest = TimeSpan.FromHours(4);

    protected override async Task<Rung> Ring(DueAlarm<DailyDigest> due, CancellationToken cancellationToken)
    {
        if (await events.Firm(due.Tenant, cancellationToken) is not { } firm)
        {
            return Rung.Done;
        }

        var now = clock.GetUtcNow();
        var today = firm.Hours.Zone.DateOf(now);
        var begins = firm.Hours.At(today, firm.DigestAt);
        if (firm.Hours.WorksOn(today) && begins <= now && now <= begins + Latest)
        {
            await Tell(due, today, now, cancellationToken);
        }

        return firm.Hours.NextAt(firm.DigestAt, now) is { } next ? Rung.NotBefore(next) : Rung.Done;
    }

    private async Task Tell(DueAlarm<DailyDigest> due, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = await events.Present(NotificationStream.Rules(due.Tenant), NotificationRules.Decider, cancellationToken);
        if (rules.Of(Occasion.DailyDigest) is not { } rule)
        {
            return;
        }

        var waiting = await work.Of(due.Tenant, cancellationToken);
        foreach (var staff in await recipients.Of(due.Tenant, rule.To, rules.Duty, conversation: null, cancellationToken))
        {
            var id = NotificationStream.Digest(staff, today);
            await CloseEarlier(due, staff, id, now, cancellationToken);
            if (waiting.TryGetValue(staff, out var counts))
            {
                var place = new Place(PlaceKind.Home, due.Tenant.Value, NotificationSubject.Digest(staff), Conversation: null);
                (await events.Transact(
                    NotificationStream.Of(due.Tenant, id), Notification.Decider,
                    new NotificationCommand.Raise(id, rule, place, [staff], [], now) { Waiting = counts },
                    By(due, id, "raise"), cancellationToken)).OrThrow();
            }
        }
    }

    /// <summary>What was counted on another day is no news any more.</summary>
    private async Task CloseEarlier(DueAlarm<DailyDigest> due, StaffId staff, NotificationId todays, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await views.List<NotificationEntry>(
            due.Tenant, [NotificationProjection.OpenTag, NotificationProjection.SubjectTag(NotificationSubject.Digest(staff))], new PageRequest(), cancellationToken);
        foreach (var earlier in open.Items.Where(entry => entry.Id != todays))
        {
            (await events.Transact(
                NotificationStream.Of(due.Tenant, earlier.Id), Notification.Decider, new NotificationCommand.Close(now), By(due, earlier.Id, "close"), cancellationToken))
                .OrThrow();
        }
    }

    // Several days ring under one moment of the alarm, so the cause is each notification's own.
    private static Provenance By(DueAlarm<DailyDigest> due, NotificationId id, string step) =>
        new(Actor.System(due.Kind), CauseId.Of($"digest/{id}/{step}"), id.Value);
}
