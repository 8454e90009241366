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

    private OutboundMessage()
    {
    }

    public static Result<OutboundMessageEvent[]> Decide(OutboundMessage message, OutboundMessageCommand command) => (message, command) switch
    {
        (Absent, OutboundMessageCommand.RequestReply c) => Record(new OutboundRequested(
            c.Message, c.Reply.Conversation, c.Channel, c.Reply.Client, OutboundKind.Reply, $"reply:{c.Reply.Id}", c.Reply.Text.Content, "text", c.Reply.By)),
        (Absent, OutboundMessageCommand.RequestScript c) => Record(new OutboundRequested(
            c.Message, c.Conversation, c.Channel, c.Client, c.Script.Kind, c.Script.Basis, c.Content, c.Script.Body.Format, ApprovedBy: null)),
        (_, OutboundMessageCommand.RequestReply or OutboundMessageCommand.RequestScript) => Record(),
        (Absent, _) => OutboundMessageRefusals.NotRequested,
        (Requested r, OutboundMessageCommand.Send c) => Record(ClosedGate(r, c.Facts) is { } gate
            ? new OutboundBlocked(r.Id, r.Conversation, gate)
            : new OutboundSending(r.Id, r.Conversation)),
        (Sending or Settled, OutboundMessageCommand.Send) => OutboundMessageRefusals.AlreadyOnItsWay,
        (Settled { Wamid: not null }, OutboundMessageCommand.Accept) => Record(),
        (Sending { Request: var r }, OutboundMessageCommand.Accept c) => Record(new OutboundAccepted(r.Id, r.Conversation, c.Wamid)),
        (Settled { IsUnanswered: true } s, OutboundMessageCommand.Accept c) => Record(new OutboundAccepted(s.Id, s.Conversation, c.Wamid)),
        (Sending { Request: var r }, OutboundMessageCommand.Fail c) => Record(new OutboundFailed(r.Id, r.Conversation, c.Code)),
        (Sending { Request: var r }, OutboundMessageCommand.Defer c) => Record(new OutboundDeferred(r.Id, r.Conversation, c.Code)),
        (Sending { Request: var r }, OutboundMessageCommand.LeaveUnanswered) => Record(new OutboundUnanswered(r.Id, r.Conversation)),
        (Settled, OutboundMessageCommand.LeaveUnanswered) => Record(), // a status came first
        (Requested or Settled, _) => OutboundMessageRefusals.NotSending,
        _ => throw new UnreachableException($"{command.GetType().Name} on {message.GetType().Name}"),
    };

    public static OutboundMessage Evolve(OutboundMessage message, OutboundMessageEvent @event) => (message, @event) switch
    {
        (Absent, OutboundRequested e) => new Requested(e.Message, e.Conversation, e.Channel, e.Client, e.Kind, e.Content),
        (Requested r, OutboundSending) => new Sending(r),
        (Requested r, OutboundBlocked) => new Settled(r.Id, r.Conversation, Wamid: null, IsUnanswered: false),
        (Sending s, OutboundDeferred) => s.Request,
        (Sending { Request: var r }, OutboundFailed) => new Settled(r.Id, r.Conversation, Wamid: null, IsUnanswered: false),
        (Sending { Request: var r }, OutboundUnanswered) => new Settled(r.Id, r.Conversation, Wamid: null, IsUnanswered: true),
        (Sending or Settled, OutboundAccepted e) => new Settled(e.Message, e.Conversation, e.Wamid, IsUnanswered: false),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {message.GetType().Name}"),
    };

    // In the order of the gates: approval is by construction (a request needs an ApprovedReply or a PublishedScript).
    private static Gate? ClosedGate(Requested message, SendFacts facts) => message.Kind switch
    {
        OutboundKind.Script or OutboundKind.Reply when !facts.MayMessage => Gate.Consent,
        OutboundKind.Script when facts.TakenOver => Gate.Takeover,
        _ when facts.Window?.IsOpenAt(facts.Now) != true => Gate.Window,
        _ => null,
    };

    private static Result<OutboundMessageEvent[]> Record(params OutboundMessageEvent[] events) => events;

    public sealed record Absent : OutboundMessage;

    public sealed record Requested(
        OutboundMessageId Id, ConversationId Conversation, ChannelId Channel, DataSubjectId Client, OutboundKind Kind, ContentRef Content)
        : OutboundMessage;

    public sealed record Sending(Requested Request) : OutboundMessage;

    public sealed record Settled(OutboundMessageId Id, ConversationId Conversation, BlindIndex? Wamid, bool IsUnanswered) : OutboundMessage;
}
