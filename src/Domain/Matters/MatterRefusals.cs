using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Matters;

public static class MatterRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("matter_not_found", "There is no such matter.");

    public static readonly Refusal NotOpen = Refusal.Rule("matter_not_open", "The matter is not open.");

    public static readonly Refusal NotClosed = Refusal.Rule("matter_not_closed", "Only a closed matter can be reopened.");

    public static readonly Refusal NameMissing = Refusal.Invalid("party_name_missing", "A party needs a name.");

    public static readonly Refusal BothSides = Refusal.Rule(
        "party_on_both_sides", "This name already stands on another side of the same matter.");

    public static readonly Refusal NoParties = Refusal.Rule("no_parties", "A conflict check needs at least one named party.");

    public static readonly Refusal NotChecked = Refusal.Rule("conflict_check_missing", "Run the conflict check before the matter opens.");

    public static readonly Refusal HitsUndecided = Refusal.Rule(
        "conflict_hits_open", "The conflict check found the same or a similar name in another matter. A lawyer decides on it first.");

    public static readonly Refusal Declined = Refusal.Rule("conflict_declined", "The matter was declined because of a conflict of interest.");

    public static readonly Refusal HitsCannotBeCleared = Refusal.Rule(
        "conflict_hits_present", "There are hits: waive them with a reason, or decline.");

    public static readonly Refusal ReasonMissing = Refusal.Invalid("reason_missing", "Say why.");

    public static readonly Refusal LooseEnds = Refusal.Rule(
        "matter_has_loose_ends", "There is an open invoice or time that is not approved or not billed: settle it, or give a reason for each.");
}
