using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Conversations;

public static class ConversationRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("conversation_not_found", "There is no such conversation in this firm.");

    public static readonly Refusal HeldByAnother = Refusal.Rule(
        "conversation_held", "A colleague holds this conversation. Ask them to give it back first.");

    public static readonly Refusal NotHeld = Refusal.Rule("conversation_not_held", "Nobody holds this conversation; there is nothing to give back.");
}
