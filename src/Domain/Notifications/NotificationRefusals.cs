using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Notifications;

public static class NotificationRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("notification_not_found", "There is no such notification for you.");

    public static readonly Refusal OccasionTwice = Refusal.Invalid("occasion_twice", "Each occasion has one rule.");

    public static readonly Refusal NobodyTold = Refusal.Invalid("nobody_told", "A rule tells somebody: choose at least one audience.");

    public static readonly Refusal DashboardMissing = Refusal.Invalid("dashboard_missing", "Whatever else is done, a notification stands on the dashboard.");

    public static readonly Refusal RepeatOutOfRange = Refusal.Invalid("repeat_out_of_range", "Say it again after one minute to one day.");

    public static readonly Refusal DigestRepeated = Refusal.Invalid("digest_repeated", "The digest is sent once on a working day: it is not repeated.");

    public static readonly Refusal CriticalMissing = Refusal.Invalid("critical_missing", "Somebody has to be told of a critical flag.");

    public static readonly Refusal DutyUnknown = Refusal.Invalid("duty_unknown", "Only an active lawyer of the firm can be on duty.");
}
