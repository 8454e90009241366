using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tickets;

public static class TicketRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("ticket_not_found", "There is no such ticket in this firm.");

    public static readonly Refusal StateUnknown = Refusal.Invalid("ticket_state_unknown", "The ticket's definition has no such state.");

    public static readonly Refusal NoSuchStep = Refusal.Rule(
        "ticket_step_not_allowed", "The definition has no step from the ticket's present state to that one. Load the ticket again to see where it can go.");

    public static readonly Refusal NotYours = Refusal.Forbidden("ticket_step_of_another_role", "The definition leaves this step to another role.");

    public static readonly Refusal NoteMissing = Refusal.Invalid("ticket_note_missing", "This step needs a note: say what was done.");

    public static readonly Refusal ReasonMissing = Refusal.Invalid("ticket_reason_missing", "This step needs a reason: say why.");

    public static readonly Refusal NothingToReopen = Refusal.Rule("ticket_not_reopenable", "From its present state the ticket cannot be reopened.");
}
