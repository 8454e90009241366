using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

public static class FirmRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("firm_not_found", "There is no such firm.");

    public static readonly Refusal NameMissing = Refusal.Invalid("firm_name_missing", "A firm needs a name.");

    public static readonly Refusal RateNotPositive = Refusal.Invalid("rate_not_positive", "An hourly rate is more than nothing.");

    public static readonly Refusal HoursBackwards = Refusal.Invalid("hours_backwards", "A working day ends after it begins.");

    public static readonly Refusal DayTwice = Refusal.Invalid("day_twice", "Each weekday and each holiday is named once.");

    public static readonly Refusal IdleTimeOutOfRange = Refusal.Invalid(
        "idle_time_out_of_range", "Choose between 15 minutes and a week.");

    public static readonly Refusal NoticeWithoutOpening = Refusal.Invalid(
        "notice_without_opening", "Both languages need words of at most 1,000 characters that name {{next_opening}} once and no other placeholder.");

    public static readonly Refusal NoticeNeedsLawyer = Refusal.Forbidden(
        "notice_needs_lawyer", "Words that clients are told are published by a lawyer. An admin may switch them off.");

    public static readonly Refusal LintIncomplete = Refusal.Invalid("reply_lint_incomplete", "Say of each rule once whether it blocks or warns.");

    public static readonly Refusal AccountIncomplete = Refusal.Invalid(
        "bank_account_incomplete", "Each account needs a bank, a holder and a number of 8 to 24 digits, and is named once; at most 50.");

    public static readonly Refusal TargetsIncomplete = Refusal.Invalid(
        "clock_targets_incomplete", "Name a time for each kind of waiting and each urgency, once.");

    public static readonly Refusal TargetOutOfRange = Refusal.Invalid(
        "clock_target_out_of_range", "Choose between one minute and 30 days, and no more time for what presses more.");
}
