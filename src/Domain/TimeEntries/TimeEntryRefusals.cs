using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.TimeEntries;

public static class TimeEntryRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("time_entry_not_found", "There is no such time entry.");

    public static readonly Refusal NoMinutes = Refusal.Invalid("minutes_out_of_range", "Minutes lie between 1 and 1440.");

    public static readonly Refusal NoNarrative = Refusal.Invalid("narrative_missing", "Say what the time was spent on; the client reads it.");

    public static readonly Refusal ReasonMissing = Refusal.Invalid("reason_missing", "Say why.");

    public static readonly Refusal NotYours = Refusal.Forbidden("time_entry_not_yours", "Only a lawyer may change another person's time.");

    public static readonly Refusal AlreadyApproved = Refusal.Rule("time_entry_already_approved", "This time was approved with other minutes.");

    public static readonly Refusal NoLongerOpen = Refusal.Rule(
        "time_entry_not_open", "Only a suggested or drafted entry can be changed, approved or rejected.");

    public static readonly Refusal NotApproved = Refusal.Rule("time_entry_not_approved", "Only approved time can be billed or reversed.");

    public static readonly Refusal BilledElsewhere = Refusal.Rule("time_entry_already_billed", "This time is on another invoice.");
}
