using System.Collections.Immutable;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Folds every stream that speaks of a conversation into its line of the inbox.</summary>
internal sealed class InboxProjection : Projection<InboxEntry>
{
    public const string FlaggedTag = "flagged:true";
    public const string UnreadTag = "unread:true";

    // Every shipped definition asks for the client's own name under this id.
    private const string NameQuestion = "nama";

    public override string Name => "conversation_summary";

    public override int Version => 3;

    public const string UnassignedTag = "unassigned:true";

    /// <summary>Held by somebody or given to them.</summary>
    public static string StaffTag(StaffId staff) => $"of:{staff}";

    public static string StandingTag(Standing standing) => $"standing:{standing}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => ConversationOf(envelope.Event) is { } conversation
        ? [new DocumentKey(conversation.Value)]
        : [];

    public override InboxEntry? Evolve(DocumentKey key, InboxEntry? view, EventEnvelope envelope) =>
        envelope.Event is ConversationOpened opened
            ? new InboxEntry(opened.Conversation, opened.Channel, opened.Client, opened.Label, envelope.At)
            : view is null ? null : Evolve(view, envelope) with { UpdatedAt = envelope.Event is ClockEvent ? view.UpdatedAt : envelope.At };

    // Ascending order shows the most urgent first and, among equals, the latest.
    public override string SortKey(InboxEntry view) => $"{(int)view.Urgency}{long.MaxValue - (view.Last?.At ?? view.UpdatedAt).UtcTicks:D19}";

    public override IEnumerable<string> Tags(InboxEntry view)
    {
        if (view.IdentityInDoubt || view.Flags.Any(flag => flag.ClearedAt is null))
        {
            yield return FlaggedTag;
        }

        if (view.Unread > 0)
        {
            yield return UnreadTag;
        }

        foreach (var staff in new[] { view.Holder, view.Assignee }.OfType<StaffId>().Distinct())
        {
            yield return StaffTag(staff);
        }

        if (view is { Holder: null, Assignee: null })
        {
            yield return UnassignedTag;
        }

        yield return StandingTag(view.Standing);
    }

    private static InboxEntry Evolve(InboxEntry view, EventEnvelope envelope) => envelope.Event switch
    {
        MessageReceived e => view with
        {
            Last = new LastMessage(Inbound: true, e.MessageType, e.Content, e.ReceivedAt),
            LastInbound = e.Message,
            Unread = view.Unread + 1,
            WindowOpenedAt = e.OpensWindow && !(view.WindowOpenedAt >= e.SentAt) ? e.SentAt : view.WindowOpenedAt,
        },
        ConversationSeen => view with { Unread = 0 },
        MessageEchoed e => view with { AnsweredByPhone = true, Last = new LastMessage(Inbound: false, e.MessageType, e.Content, e.SentAt, Echoed: true) },
        ClientIdentityChanged e => view with { Label = e.Label },
        ClientIdentityContested => view with { IdentityInDoubt = true },
        ClientIdentitySettled => view with { IdentityInDoubt = false },
        ConversationTakenOver e => view with { Holder = e.By },
        ConversationGivenBack => view with { Holder = null, AnsweredByPhone = false },
        ConversationAssigned e => view with { Assignee = e.To },
        ConversationSnoozed e => view with { SnoozedUntil = e.Until },
        ConversationWoken => view with { SnoozedUntil = null },
        ConversationResolved => view with { Resolved = true, SnoozedUntil = null },
        ConversationReopened => view with { Resolved = false },
        ClientBlocked => view with { Blocked = true },
        ClientUnblocked => view with { Blocked = false },
        ConsentAsked e => view with { Consent = ConsentState.Asked, Language = e.Language },
        ConsentGranted => view with { Consent = ConsentState.Granted },
        ConsentRefused => view with { Consent = ConsentState.Refused },
        ConsentWithdrawn => view with { Consent = ConsentState.Withdrawn },
        OutboundRequested e => view with { Last = new LastMessage(Inbound: false, e.Format, e.Content, envelope.At) },
        ReplyProposed e => view with { PendingReplies = view.PendingReplies.Add(e.Reply) },
        ReplyApproved e => view with { PendingReplies = view.PendingReplies.Remove(e.Reply) },
        ReplyRejected e => view with { PendingReplies = view.PendingReplies.Remove(e.Reply) },
        SuggestionOffered { Labels: { } labels } e => view with
        {
            Class = new OfferedClass(e.Suggestion, e.Model, labels, UrgencyOf(labels.Urgency), e.Score, e.Evidence, envelope.At),
        },
        IntakeEvent e => WithIntake(view, e, envelope.At),
        ClockEvent e => view with { Clocks = WithClock(view.Clocks, e) },
        MatterOpened e => view with { Matter = e.Matter, MatterNumber = e.Number },
        _ => view,
    };

    private static InboxEntry WithIntake(InboxEntry view, IntakeEvent @event, DateTimeOffset at) => @event switch
    {
        IntakeStarted e => view with { Intake = e.Intake, IntakeState = "inProgress", Language = e.Language },
        IntakeLanguageChanged e => view with { Language = e.Language },
        IntakeUpdated { Question: NameQuestion, Answer.Value: AnswerValue.Words name } e => view with { Name = Personal.Of(e.Client, name.Value) },
        AnswerCorrected { Question: NameQuestion, Answer.Value: AnswerValue.Words name } e => view with { Name = Personal.Of(e.Client, name.Value) },
        FlagRaised e => view with { Flags = view.Flags.Add(new RaisedFlag(e.Flag, e.Urgency, at, e.Sla, ClearedAt: null)) },
        FlagCleared e => view with
        {
            Flags = [.. view.Flags.Select(flag => flag.Id == e.Flag && flag.ClearedAt is null ? flag with { ClearedAt = at } : flag)],
        },
        IntakeSubmitted => view with { IntakeState = "submitted" },
        IntakeReviewed => view with { IntakeState = "underReview" },
        IntakeAccepted => view with { IntakeState = "accepted" },
        IntakeDeclined => view with { IntakeState = "declined" },
        IntakeReferred => view with { IntakeState = "referred" },
        IntakeCancelled => view with { IntakeState = "cancelled" },
        IntakeLapsed => view with { IntakeState = "lapsed" },
        IntakePurged e when e.Intake == view.Intake => view with { Name = null },
        _ => view,
    };

    private static ImmutableDictionary<ClockId, RunningClock> WithClock(ImmutableDictionary<ClockId, RunningClock> clocks, ClockEvent @event) =>
        (clocks.GetValueOrDefault(@event.Clock), @event) switch
        {
            (_, ClockStarted e) => clocks.SetItem(e.Clock, new RunningClock(e.Kind, e.Urgency, e.StartedAt, e.Times, IsBreached: false)),
            (_, ClockStopped e) => clocks.Remove(e.Clock),
            ({ } running, ClockHastened e) => clocks.SetItem(e.Clock, running with { Urgency = e.Urgency, Times = e.Times }),
            ({ } running, ClockBreached e) => clocks.SetItem(e.Clock, running with { IsBreached = true }),
            _ => clocks,
        };

    private static ConversationId? ConversationOf(Domain.IDomainEvent @event) => @event switch
    {
        ConversationEvent e => e.Conversation,
        ConsentEvent e => e.Conversation,
        OutboundRequested e => e.Conversation,
        ReplyEvent e => e.Conversation,
        SuggestionOffered e => e.Conversation,
        IntakeEvent e => e.Conversation,
        ClockEvent e => e.Conversation,
        MatterOpened e => e.Conversation,
        _ => null,
    };

    private static Urgency UrgencyOf(string label) => label switch
    {
        "critical" => Urgency.Critical,
        "high" => Urgency.High,
        "low" => Urgency.Low,
        _ => Urgency.Normal,
    };
}
