using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Clocks;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>The service window of a client.</summary>
/// <param name="Waits">Nobody of the firm has answered since the client wrote.</param>
public sealed record WindowClosing(ConversationId Conversation, DataSubjectId? Client, DateTimeOffset ClosesAt, bool Waits) : IAlarm
{
    /// <summary>So long before it closes somebody is told.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    public DateTimeOffset? DueAt => Waits ? ClosesAt - Ahead : null;
}

internal sealed class WindowClosingProjection : AlarmProjection<WindowClosing>
{
    public override string Name => "window_closing";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        MessageReceived e => [new(e.Conversation.Value)],
        MessageEchoed e => [new(e.Conversation.Value)],
        ReplyApproved e => [new(e.Conversation.Value)],
        ConversationResolved e => [new(e.Conversation.Value)],
        ClientBlocked e => [new(e.Conversation.Value)],
        _ => [],
    };

    // A message that came late does not make the window close earlier.
    public override WindowClosing? Evolve(DocumentKey key, WindowClosing? view, EventEnvelope envelope) => envelope.Event switch
    {
        MessageReceived { OpensWindow: false } e => view ?? new WindowClosing(e.Conversation, envelope.About, e.SentAt, Waits: false),
        MessageReceived e when ServiceWindow.After(e.SentAt).ClosesAt is var closes =>
            new WindowClosing(e.Conversation, envelope.About, view is not null && view.ClosesAt > closes ? view.ClosesAt : closes, Waits: true),
        _ => view is null ? null : view with { Waits = false },
    };
}

/// <summary>Tells whoever has the conversation, if the client still waits for an answer: once the window is closed, words reach nobody.</summary>
internal sealed class TellWindowClosing(IEventStore events, Notifier notifier, TimeProvider clock) : AlarmHandler<WindowClosing>
{
    protected override async Task<Rung> Ring(DueAlarm<WindowClosing> due, CancellationToken cancellationToken)
    {
        var conversation = due.Alarm.Conversation;
        var waits = ClockStream.Response(conversation);
        if (await events.Conversation(due.Tenant, conversation, cancellationToken) is Conversation.Open { IsBlocked: false, Window: { } window }
            && window.ClosesAt == due.Alarm.ClosesAt && window.IsOpenAt(clock.GetUtcNow())
            && await events.Present(ClockStream.Of(due.Tenant, waits), ServiceClock.Decider, cancellationToken) is ServiceClock.Running)
        {
            await notifier.Raise(
                due.Tenant, NotificationStream.WindowClosing(conversation, window.ClosesAt), Occasion.WindowClosing,
                new Place(PlaceKind.Conversation, conversation.Value, waits.Value, conversation), clock.GetUtcNow(),
                due.Provenance(conversation.Value, about: due.Alarm.Client), cancellationToken);
        }

        return Rung.Done;
    }
}
