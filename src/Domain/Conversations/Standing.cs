using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>Whose a conversation is and whether anything is to be done in it: <c>open ⇄ resolved</c>, snoozed, blocked, assigned.</summary>
internal static class Standing
{
    public static Result<ConversationEvent[]> Decide(Conversation.Open open, StandingCommand command) => (open, command) switch
    {
        (_, StandingCommand.Assign c) => open.Assignee == c.To ? Record() : Record(new ConversationAssigned(open.Id, c.To)),
        (_, StandingCommand.AddNote c) => Record(new NoteAdded(open.Id, c.Note, c.By, c.Content)),
        ({ IsResolved: true }, StandingCommand.Snooze) => ConversationRefusals.Resolved,
        (_, StandingCommand.Snooze c) when c.Until <= c.Now => ConversationRefusals.SnoozedIntoThePast,
        (_, StandingCommand.Snooze c) => open.SnoozedUntil == c.Until ? Record() : Record(new ConversationSnoozed(open.Id, c.Until)),
        ({ SnoozedUntil: null }, StandingCommand.Wake) => Record(),
        (_, StandingCommand.Wake { Because: WakeReason.Time } c) when open.SnoozedUntil > c.Now => Record(), // somebody moved it meanwhile
        (_, StandingCommand.Wake c) => Record(new ConversationWoken(open.Id, c.Because)),
        ({ IsResolved: true }, StandingCommand.Resolve) => Record(),
        ({ Holder: { } holder }, StandingCommand.Resolve c) => holder == c.By
            ? Record(new ConversationGivenBack(open.Id, c.By), new ConversationResolved(open.Id))
            : ConversationRefusals.HeldByAnother,
        (_, StandingCommand.Resolve) => Record(new ConversationResolved(open.Id)),
        ({ IsResolved: false }, StandingCommand.Reopen) => Record(),
        (_, StandingCommand.Reopen) => Record(new ConversationReopened(open.Id, ByMessage: false)),
        (_, StandingCommand.Block) => open.IsBlocked ? Record() : Record(new ClientBlocked(open.Id, open.Client)),
        (_, StandingCommand.Unblock) => open.IsBlocked ? Record(new ClientUnblocked(open.Id, open.Client)) : Record(),
        (_, StandingCommand.GiveBackIdle) => open.IsHeld ? Record(new ConversationGivenBack(open.Id, By: null)) : Record(),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <summary>A client who writes is to be answered, whatever was thought before.</summary>
    public static IEnumerable<ConversationEvent> Raised(Conversation.Open open, MessageReceived message)
    {
        if (!message.OpensWindow || open.IsBlocked)
        {
            yield break; // nobody wrote, or nobody is to be bothered by it
        }

        if (open.IsResolved)
        {
            yield return new ConversationReopened(open.Id, ByMessage: true);
        }

        if (open.SnoozedUntil is not null)
        {
            yield return new ConversationWoken(open.Id, WakeReason.Message);
        }
    }

    private static Result<ConversationEvent[]> Record(params ConversationEvent[] events) => events;
}
