using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>
/// Takes a notification off the bell once what it told of is done, and counts it as seen by whoever opened the conversation: nobody is rung for
/// what lies before them. It finds them in the view, which may be a moment late; what is missed then rings until somebody looks.
/// </summary>
internal sealed class SettleNotifications(IEventStore events, IViews views) : IPolicy
{
    private const int Most = 200;

    public string Name => "settle_notifications";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        FlagCleared e => Close(envelope, NotificationSubject.Flag(e.Intake, e.Flag), cancellationToken),
        ClockStopped e => Close(envelope, e.Clock.Value, cancellationToken),
        TicketStatusChanged e => Close(envelope, e.Ticket.Value, cancellationToken),
        ReplyApproved e => Close(envelope, e.Reply.Value, cancellationToken),
        ReplyRejected e => Close(envelope, e.Reply.Value, cancellationToken),
        IntakeAccepted or IntakeDeclined or IntakeReferred or IntakeCancelled =>
            Close(envelope, ((IntakeEvent)envelope.Event).Intake.Value, cancellationToken),
        ConversationSeen e => See(envelope, e.Conversation, e.By, cancellationToken),
        ConversationTakenOver e => See(envelope, e.Conversation, e.By, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task Close(EventEnvelope envelope, Guid subject, CancellationToken cancellationToken) => Settle(
        envelope, [NotificationProjection.OpenTag, NotificationProjection.SubjectTag(subject)], new NotificationCommand.Close(envelope.At), cancellationToken);

    private Task See(EventEnvelope envelope, ConversationId conversation, StaffId by, CancellationToken cancellationToken) => Settle(
        envelope, [NotificationProjection.UnseenTag(by), NotificationProjection.ConversationTag(conversation)],
        new NotificationCommand.See(by, envelope.At), cancellationToken, entry => entry.Place.Kind == PlaceKind.Conversation);

    private async Task Settle(
        EventEnvelope envelope, IReadOnlyCollection<string> tags, NotificationCommand command, CancellationToken cancellationToken,
        Func<NotificationEntry, bool>? concerns = null)
    {
        var waiting = await views.List<NotificationEntry>(envelope.Tenant, tags, new PageRequest(Limit: Most), cancellationToken);
        foreach (var entry in waiting.Items.Where(entry => concerns?.Invoke(entry) ?? true))
        {
            (await events.Transact(
                NotificationStream.Of(envelope.Tenant, entry.Id), Notification.Decider, command, Provenance.Of(envelope, Name), cancellationToken)).OrThrow();
        }
    }
}
