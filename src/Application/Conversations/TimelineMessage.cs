using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>One message on a conversation's timeline, its words still sealed.</summary>
/// <param name="Type">Meta's type name of an inbound message, our format of an outbound one.</param>
/// <param name="At">Where it stands on the timeline.</param>
public sealed record TimelineMessage(
    Guid Id, ConversationId Conversation, bool Inbound, string Type, ContentRef? Content, DateTimeOffset At, DateTimeOffset SentAt, long Sequence)
{
    public OutboundKind? Kind { get; init; }

    public StaffId? ApprovedBy { get; init; }

    public MessageState State { get; init; } = MessageState.Pending;

    /// <summary>Meta's code, or the gate that stopped it.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it leaves, where that is not at once.</summary>
    public DateTimeOffset? Due { get; init; }

    public BlindIndex? Wamid { get; init; }

    public BlindIndex? RepliesTo { get; init; }

    /// <summary>Where the client's latest words for it lie, once they have edited it.</summary>
    public ContentRef? Edited { get; init; }

    /// <summary>The client took it back on their phone.</summary>
    public bool Revoked { get; init; }

    /// <summary>Where the client's reaction to it lies.</summary>
    public ContentRef? Reaction { get; init; }

    /// <summary>Written by the firm from WhatsApp's own application, past the hub.</summary>
    public bool Echoed { get; init; }

    /// <summary>Which template it fills, where it is one.</summary>
    public TemplateId? Template { get; init; }

    /// <summary>Known only by what a later message does to it; it is on no timeline before it arrives itself.</summary>
    public bool Awaited { get; init; }
}

/// <summary>How far an outbound message got.</summary>
public enum MessageState
{
    Pending,
    Accepted,
    Sent,
    Delivered,
    Read,
    Played,
    Failed,
    Blocked,
    Unknown,

    /// <summary>To be sent later.</summary>
    Scheduled,

    /// <summary>In line until the channel, or Meta's limits, let it through.</summary>
    Held,

    /// <summary>The window closed while it waited.</summary>
    Expired,
    Cancelled,
}

internal sealed class TimelineProjection : Projection<TimelineMessage>
{
    /// <summary>Of what staff wrote for each other.</summary>
    public const string NoteType = "note";

    // A message that Meta held back for days stands where it was written, not where it arrived.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public override string Name => "conversation_message";

    public override int Version => 2;

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        MessageReceived e => [new(e.Message.Value)],
        MessageEchoed e => [new(e.Message.Value)],
        NoteAdded e => [new(e.Note.Value)],
        OutboundMessageEvent e => [new(e.Message.Value)],
        MessageSent e => [new(e.Message.Value)],
        MessageDelivered e => [new(e.Message.Value)],
        MessageRead e => [new(e.Message.Value)],
        MessagePlayed e => [new(e.Message.Value)],
        MessageFailed e => [new(e.Message.Value)],
        MessageEdited e => [new(e.Original.Value)],
        MessageRevoked e => [new(e.Original.Value)],
        MessageReacted { To: { } to } => [new(to)],
        _ when NoticeOf(envelope.Event) is not null => [new(envelope.EventId)],
        _ => [],
    };

    public override TimelineMessage? Evolve(DocumentKey key, TimelineMessage? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, MessageReceived e) => new TimelineMessage(
            e.Message.Value, e.Conversation, Inbound: true, e.MessageType, e.Content,
            e.ReceivedAt - e.SentAt > Late ? e.SentAt : e.ReceivedAt, e.SentAt, envelope.Sequence)
        {
            State = MessageState.Delivered,
            Wamid = e.Wamid,
            RepliesTo = e.RepliesTo,
            Edited = view?.Edited,
            Revoked = view?.Revoked ?? false,
            Reaction = view?.Reaction,
        },
        (_, MessageEchoed e) => new TimelineMessage(
            e.Message.Value, e.Conversation, Inbound: false, e.MessageType, e.Content, e.SentAt, e.SentAt, envelope.Sequence)
        {
            State = MessageState.Sent,
            Wamid = e.Wamid,
            RepliesTo = e.RepliesTo,
            Echoed = true,
        },
        (_, NoteAdded e) => new TimelineMessage(
            e.Note.Value, e.Conversation, Inbound: false, NoteType, e.Content, envelope.At, envelope.At, envelope.Sequence)
        {
            State = MessageState.Sent,
            ApprovedBy = e.By,
        },
        (_, MessageEdited e) => (view ?? Await(key, e, envelope)) with { Edited = e.Content },
        (_, MessageRevoked e) => (view ?? Await(key, e, envelope)) with { Revoked = true },
        (not null, MessageReacted e) => view with { Reaction = e.Content },
        (_, OutboundRequested e) => new TimelineMessage(
            e.Message.Value, e.Conversation, Inbound: false, e.Format, e.Content, envelope.At, envelope.At, envelope.Sequence)
        {
            Kind = e.Kind,
            ApprovedBy = e.ApprovedBy,
            RepliesTo = e.Quotes,
            Template = e.Template,
        },
        (not null, OutboundAccepted e) => view with { State = Furthest(view.State, MessageState.Accepted), Wamid = e.Wamid },
        (not null, OutboundSending) => view with { State = Furthest(view.State, MessageState.Pending), StateReason = null, Due = null },
        (not null, OutboundScheduled { Gate: Gate.Rate } e) => view with { Due = e.Until }, // what Meta said of it stays
        (not null, OutboundScheduled e) => view with { State = MessageState.Scheduled, StateReason = e.Gate?.ToString(), Due = e.Until },
        (not null, OutboundHeld e) => view with { State = MessageState.Held, StateReason = e.Gate.ToString() },
        (not null, OutboundDeferred e) => view with { State = MessageState.Held, StateReason = Code(e.Code) },
        (not null, OutboundExpired) => view with { State = MessageState.Expired, StateReason = nameof(Gate.Window), Due = null },
        (not null, OutboundCancelled) => view with { State = MessageState.Cancelled, StateReason = null, Due = null },
        (not null, OutboundRetried) => view with { State = MessageState.Pending, StateReason = null, Due = null },
        (not null, OutboundBlocked e) => view with { State = MessageState.Blocked, StateReason = e.Reason ?? e.Gate.ToString() },
        (not null, OutboundFailed e) => view with { State = MessageState.Failed, StateReason = Code(e.Code) },
        (not null, OutboundUnanswered) => view with { State = Furthest(view.State, MessageState.Unknown) },
        (not null, MessageSent e) => view with { State = Furthest(view.State, MessageState.Sent), Wamid = e.Wamid },
        (not null, MessageDelivered) => view with { State = Furthest(view.State, MessageState.Delivered) },
        (not null, MessageRead) => view with { State = Furthest(view.State, MessageState.Read) },
        (not null, MessagePlayed) => view with { State = Furthest(view.State, MessageState.Played) },
        (not null, MessageFailed e) => view with { State = MessageState.Failed, StateReason = Code(e.Code) },
        (null, ConversationEvent e) when NoticeOf(e) is { } type => new TimelineMessage(
            key.Value, e.Conversation, Inbound: true, type, Content: null, envelope.At, envelope.At, envelope.Sequence)
        {
            State = MessageState.Delivered,
            ApprovedBy = e switch
            {
                ConversationTakenOver taken => taken.By,
                ConversationGivenBack given => given.By,
                ConversationAssigned assigned => assigned.To,
                _ => null,
            },
        },
        _ => view,
    };

    public override string SortKey(TimelineMessage view) => $"{view.At.UtcTicks:D19}{view.Sequence:D19}";

    /// <summary>Of every send that fills a template.</summary>
    internal const string UsedPrefix = "template_used:";

    /// <summary>Of those that did not reach their client.</summary>
    internal const string FailedPrefix = "template_failed:";

    public override IEnumerable<string> Tags(TimelineMessage view)
    {
        if (view.Awaited)
        {
            yield break;
        }

        yield return ConversationTag(view.Conversation);
        if (view.Template is { } template)
        {
            yield return $"{UsedPrefix}{template}";
            if (view.State is MessageState.Failed or MessageState.Blocked or MessageState.Expired)
            {
                yield return $"{FailedPrefix}{template}";
            }
        }
    }

    internal static string ConversationTag(ConversationId conversation) => $"conversation:{conversation}";

    private static TimelineMessage Await(DocumentKey key, MessageEffect effect, EventEnvelope envelope) =>
        new(key.Value, effect.Conversation, Inbound: true, "unknown", Content: null, envelope.At, envelope.At, envelope.Sequence) { Awaited = true };

    /// <summary>What stands on the timeline although nobody wrote it, by its own type.</summary>
    private static string? NoticeOf(IDomainEvent @event) => @event switch
    {
        ClientIdentityLinked => "identity_linked",
        ClientIdentityChanged => "identity_changed",
        ClientIdentityContested => "identity_contested",
        ClientIdentitySettled => "identity_settled",
        ConversationTakenOver => "taken_over",
        ConversationGivenBack { By: null } => "given_back_idle",
        ConversationGivenBack => "given_back",
        ConversationAssigned { To: null } => "unassigned",
        ConversationAssigned => "assigned",
        ConversationSnoozed => "snoozed",
        ConversationWoken => "woken",
        ConversationResolved => "resolved",
        ConversationReopened => "reopened",
        ClientBlocked => "client_blocked",
        ClientUnblocked => "client_unblocked",
        MarketingPreferenceChanged { Stopped: true } => "marketing_stopped",
        MarketingPreferenceChanged => "marketing_resumed",
        _ => null,
    };

    private static string Code(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The outbound stream and the conversation tell of the same message, in either order.
    private static MessageState Furthest(MessageState present, MessageState reached) =>
        present is MessageState.Pending or MessageState.Unknown or MessageState.Scheduled or MessageState.Held || (reached <= MessageState.Played && reached > present) ? reached : present;
}
