using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Conversations;

public static class ConversationRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("conversation_not_found", "There is no such conversation in this firm.");

    public static readonly Refusal HeldByAnother = Refusal.Rule(
        "conversation_held", "A colleague holds this conversation. Ask them to give it back first.");

    public static readonly Refusal NotHeld = Refusal.Rule("conversation_not_held", "Nobody holds this conversation; there is nothing to give back.");

    public static readonly Refusal Resolved = Refusal.Rule("conversation_resolved", "This conversation is resolved. Reopen it first.");

    public static readonly Refusal SnoozedIntoThePast = Refusal.Invalid("snooze_in_the_past", "Choose a moment that is still to come.");

    public static readonly Refusal AssigneeUnknown = Refusal.Rule(
        "assignee_unknown", "Nobody active in this firm can be given this conversation under that name.");
}
