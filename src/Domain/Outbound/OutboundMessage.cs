using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>
/// An approved thing on its way to Meta. Gates are asked just before the send, in order, and the one that stopped it is in the event.
/// Meta has no idempotency key, so a send whose answer is lost waits for a status and is never repeated by itself.
/// </summary>
public abstract record OutboundMessage
{
    public static readonly Decider<OutboundMessage, OutboundMessageCommand, OutboundMessageEvent> Decider = new(new Absent(), Decide, Evolve);

    private const string Template = "template";

    private OutboundMessage()
    {
    }

    public static Result<OutboundMessageEvent[]> Decide(OutboundMessage message, OutboundMessageCommand command) => (message, command) switch
    {
        (Absent, OutboundMessageCommand.RequestReply c) => Record([
            new OutboundRequested(
                c.Message, c.Reply.Conversation, c.Channel, c.Reply.Client, OutboundKind.Reply, $"reply:{c.Reply.Id}", c.Reply.Text.Content,
                c.Reply.Text.Format ?? (c.Reply.Text.IsTemplate ? Template : "text"), c.Reply.By, c.Reply.Quotes?.Wamid, c.Reply.Text.Template),
            .. c.Reply.SendAt is { } at ? [new OutboundScheduled(c.Message, c.Reply.Conversation, at, Gate: null)] : Array.Empty<OutboundMessageEvent>(),
        ]),
        (Absent, OutboundMessageCommand.RequestScript c) => Record(new OutboundRequested(
            c.Message, c.Conversation, c.Channel, c.Client, c.Script.Kind, c.Script.Basis, c.Content, c.Script.Body.Format, ApprovedBy: null,
            Template: (c.Script.Body as OutboundBody.Template)?.Message.Template)),
        (_, OutboundMessageCommand.RequestReply or OutboundMessageCommand.RequestScript) => Record(),
        (Absent, _) => OutboundMessageRefusals.NotRequested,
        (Requested r, OutboundMessageCommand.Send c) => Send(r, c.Facts),
        (Sending or Settled, OutboundMessageCommand.Send) => OutboundMessageRefusals.AlreadyOnItsWay,
        (Settled { IsOpen: true, Request: var r }, OutboundMessageCommand.Accept c) => Accepted(r, c),
        (Settled, OutboundMessageCommand.Accept) => Record(),
        (Requested { MayHaveBeenSent: true } r, OutboundMessageCommand.Accept c) => Accepted(r, c), // the repetition is not needed any more
        (Sending { Request: var r }, OutboundMessageCommand.Accept c) => Accepted(r, c),
        (Sending { Request: var r }, OutboundMessageCommand.Fail c) => Record(new OutboundFailed(r.Id, r.Conversation, c.Code)),
        (Settled { Fate: Fate.Accepted or Fate.Unanswered, Request: var r }, OutboundMessageCommand.Fail c) =>
            Record(new OutboundFailed(r.Id, r.Conversation, c.Code)),
        (Settled or Requested, OutboundMessageCommand.Fail) => Record(), // the same refusal may come as an answer and as a status
        (Sending { Request: var r }, OutboundMessageCommand.Defer c) => Record([
            new OutboundDeferred(r.Id, r.Conversation, c.Code),
            .. c.Until is { } until ? [new OutboundScheduled(r.Id, r.Conversation, until, Gate.Rate)] : Array.Empty<OutboundMessageEvent>(),
        ]),
        (Sending { Request: var r }, OutboundMessageCommand.LeaveUnanswered) => Record(new OutboundUnanswered(r.Id, r.Conversation)),
        (Settled, OutboundMessageCommand.LeaveUnanswered) => Record(), // a status came first
        (Requested r, OutboundMessageCommand.Cancel c) => Record(new OutboundCancelled(r.Id, r.Conversation, c.By)),
        (Settled { Fate: Fate.Cancelled }, OutboundMessageCommand.Cancel) => Record(),
        (_, OutboundMessageCommand.Cancel) => OutboundMessageRefusals.TooLateToCancel,
        (Settled { MayBeRetried: true, Request: var r }, OutboundMessageCommand.Retry c) => Record(new OutboundRetried(r.Id, r.Conversation, c.By)),
        (Requested or Sending, OutboundMessageCommand.Retry) => Record(), // it is being tried
        (Settled, OutboundMessageCommand.Retry) => OutboundMessageRefusals.NothingToRetry,
        (Requested or Settled, _) => OutboundMessageRefusals.NotSending,
        _ => throw new UnreachableException($"{command.GetType().Name} on {message.GetType().Name}"),
    };

    public static OutboundMessage Evolve(OutboundMessage message, OutboundMessageEvent @event) => (message, @event) switch
    {
        (Absent, OutboundRequested e) => new Requested(e.Message, e.Conversation, e.Channel, e.Client, e.Kind, e.Content, e.Format == Template) { Quotes = e.Quotes },
        (Requested r, OutboundScheduled e) => r with { DueAt = e.Until, HeldBy = e.Gate, HasWaited = true },
        (Requested r, OutboundHeld e) => r with { HeldBy = e.Gate, HasWaited = true },
        (Requested r, OutboundSending) => new Sending(r with { DueAt = null, HeldBy = null }),
        (Requested r, OutboundBlocked) => new Settled(r, Fate.Blocked, Wamid: null),
        (Requested r, OutboundExpired) => new Settled(r, Fate.Expired, Wamid: null),
        (Requested r, OutboundCancelled) => new Settled(r, Fate.Cancelled, Wamid: null),
        (Sending s, OutboundDeferred e) => s.Request with { Deferrals = s.Request.Deferrals + 1, HasWaited = true },
        (Sending { Request: var r }, OutboundFailed) => new Settled(r, Fate.Failed, Wamid: null),
        (Settled s, OutboundFailed) => s with { Fate = Fate.Failed, Wamid = null },
        (Sending { Request: var r }, OutboundUnanswered) => new Settled(r, Fate.Unanswered, Wamid: null),
        (Requested r, OutboundAccepted e) => new Settled(r, Fate.Accepted, e.Wamid),
        (Sending { Request: var r }, OutboundAccepted e) => new Settled(r, Fate.Accepted, e.Wamid),
        (Settled s, OutboundAccepted e) => s with { Fate = Fate.Accepted, Wamid = e.Wamid },
        (Settled s, OutboundRetried) => s.Request with
        {
            DueAt = null,
            HeldBy = null,
            Deferrals = 0,
            HasWaited = false,
            MayHaveBeenSent = s.Request.MayHaveBeenSent || s.Fate == Fate.Unanswered,
        },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {message.GetType().Name}"),
    };

    private static Result<OutboundMessageEvent[]> Send(Requested message, SendFacts facts) => message.DueAt > facts.Now
        ? Record() // it is brought back when its time has come
        : Gates.FirstClosed(message, facts) switch
        {
            null => Record(new OutboundSending(message.Id, message.Conversation)),
            Gate.Window when message.HasWaited => Record(new OutboundExpired(message.Id, message.Conversation)),
            Gate.QuietHours => Record(new OutboundScheduled(
                message.Id, message.Conversation, QuietHours.Default.EndAfter(facts.Now, facts.Zone), Gate.QuietHours)),
            Gate.Channel or Gate.Rate when message.HeldBy == facts.Holding => Record(), // said already
            { } gate when gate is Gate.Channel or Gate.Rate => Record(new OutboundHeld(message.Id, message.Conversation, gate)),
            { } gate => Record(new OutboundBlocked(message.Id, message.Conversation, gate, gate switch
            {
                Gate.Template => facts.TemplateFault,
                Gate.Media => facts.MediaFault,
                _ => null,
            })),
        };

    private static Result<OutboundMessageEvent[]> Accepted(Requested message, OutboundMessageCommand.Accept command) =>
        Record(new OutboundAccepted(message.Id, message.Conversation, command.Wamid));

    private static Result<OutboundMessageEvent[]> Record(params OutboundMessageEvent[] events) => events;

    public sealed record Absent : OutboundMessage;

    public sealed record Requested(
        OutboundMessageId Id,
        ConversationId Conversation,
        ChannelId Channel,
        DataSubjectId Client,
        OutboundKind Kind,
        ContentRef Content,
        bool IsTemplate) : OutboundMessage
    {
        public BlindIndex? Quotes { get; init; }

        /// <summary>Not before then, and brought back then.</summary>
        public DateTimeOffset? DueAt { get; init; }

        /// <summary>The gate that it waits for, where it waits for one.</summary>
        public Gate? HeldBy { get; init; }

        /// <summary>How often Meta asked to wait.</summary>
        public int Deferrals { get; init; }

        /// <summary>What was true when it was asked for may not be true any more.</summary>
        public bool HasWaited { get; init; }

        /// <summary>An earlier attempt had no answer, and a person had it sent again.</summary>
        public bool MayHaveBeenSent { get; init; }
    }

    public sealed record Sending(Requested Request) : OutboundMessage;

    public sealed record Settled(Requested Request, Fate Fate, BlindIndex? Wamid) : OutboundMessage
    {
        /// <summary>It may have been sent, whatever has been tried since: a status would settle it.</summary>
        public bool IsOpen => Fate == Fate.Unanswered || (Fate is not (Fate.Accepted or Fate.Failed) && Request.MayHaveBeenSent);

        public bool MayBeRetried => Fate is Fate.Failed or Fate.Unanswered or Fate.Blocked or Fate.Expired;
    }
}

/// <summary>What became of a message, as far as sending goes.</summary>
public enum Fate
{
    Accepted,
    Failed,
    Unanswered,
    Blocked,
    Expired,
    Cancelled,
}
