using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Intakes;

public static class IntakeRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("intake_not_found", "There is no such intake in this firm.");

    public static readonly Refusal ConsentMissing = Refusal.Rule(
        "consent_missing", "The client has not granted every purpose that this definition needs.");

    public static readonly Refusal NotRunning = Refusal.Rule("intake_not_running", "The intake takes no answers now.");

    public static readonly Refusal NothingAsked = Refusal.Rule("nothing_asked", "No question waits for an answer.");

    public static readonly Refusal StillAsking = Refusal.Rule("intake_not_complete", "Not every question is answered yet.");

    public static readonly Refusal OtherVersions = Refusal.Rule(
        "definitions_not_pinned", "The intake runs on the definition versions it started with.");

    public static readonly Refusal NotSubmitted = Refusal.Rule("intake_not_submitted", "Only a submitted intake can be decided.");

    public static readonly Refusal AlreadyDecided = Refusal.Rule("intake_already_decided", "The intake has already been decided.");

    public static readonly Refusal IsTicket = Refusal.Rule(
        "intake_is_ticket", "This complaint is worked on as a ticket: move the ticket, so that the client hears of it.");

    public static readonly Refusal NotEnded = Refusal.Rule("intake_not_ended", "Only an intake that came to nothing is purged.");

    public static readonly Refusal NoSuchAnswer = Refusal.NotFound("answer_not_found", "That question has no answer to correct.");

    public static readonly Refusal CorrectionNeedsFile = Refusal.Rule("correction_needs_file", "A file comes from the client; staff cannot send it in the client's place.");

    public static readonly Refusal NoSuchFlag = Refusal.NotFound("flag_not_found", "That flag was not raised.");

    public static readonly Refusal FlagNeedsLawyer = Refusal.Forbidden("flag_needs_lawyer", "A critical or high flag is cleared by a lawyer.");

    public static readonly Refusal NoWayOn = Refusal.Rule("definition_without_way_on", "The definitions lead in a circle without asking anything.");

    /// <summary>A correction is read by the same rules as the client's own answer.</summary>
    public static Refusal CorrectionNotUnderstood(string reason) => Refusal.Invalid("correction_not_valid", reason);
}
