using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

/// <summary>A firm's rules of who is told what: the usual ones until it publishes its own.</summary>
/// <param name="Version">0: none were published.</param>
/// <param name="Duty">The lawyers on duty.</param>
/// <param name="Rules">What the firm decided, at most one for an occasion. What it never decided on, later occasions among them, goes as usual.</param>
/// <param name="Off">Of these the firm wants nobody told.</param>
public sealed record NotificationRules(
    int Version, IReadOnlyList<StaffId> Duty, IReadOnlyList<NotificationRule> Rules, IReadOnlyList<Occasion> Off)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What presses is said every five minutes until seen; what the firm's numbers suffer is its admins' to know.</summary>
    public static readonly NotificationRules Usual = new(0, [],
    [
        Pressing(Occasion.CriticalFlag, Means.WhatsApp),
        Pressing(Occasion.ClockHalfSpent, Means.WhatsApp),
        Pressing(Occasion.ClockBreached, Means.WhatsApp),
        Once(Occasion.IntakeSubmitted, Audience.Assigned, Means.Dashboard),
        Once(Occasion.ComplaintReceived, Audience.Paralegals, Means.Dashboard),
        Once(Occasion.ReplyToApprove, Audience.Lawyers, Means.Dashboard),
        Once(Occasion.ReplyStale, Audience.Lawyers, Means.Dashboard),
        Once(Occasion.WindowClosing, Audience.Assigned, Means.Dashboard),
        Once(Occasion.MessageFailed, Audience.Admins, Means.Dashboard, Means.Email),
        Once(Occasion.TemplateStopped, Audience.Admins, Means.Dashboard, Means.Email),
        Once(Occasion.ChannelTroubled, Audience.Admins, Means.Dashboard, Means.Email),
        Once(Occasion.ChannelStopped, Audience.Admins, Means.Dashboard, Means.Email),
        Once(Occasion.TemplateRatedWorse, Audience.Admins, Means.Dashboard, Means.Email),
        new(Occasion.KeyRotated, [Audience.Admins, Audience.Auditors], [], [Means.Dashboard, Means.Email], RepeatAfter: null),
        new(Occasion.DailyDigest, [Audience.Lawyers, Audience.Paralegals], [], [Means.Dashboard, Means.Email], RepeatAfter: null),
    ], []);

    public static readonly Decider<NotificationRules, PublishNotificationRules, NotificationRulesPublished> Decider = new(Usual, Decide, Evolve);

    /// <returns>None where the firm wants nobody told.</returns>
    public NotificationRule? Of(Occasion occasion) => Off.Contains(occasion) ? null : Own(occasion) ?? Usual.Own(occasion);

    public RuleStanding StandingOf(Occasion occasion) =>
        Off.Contains(occasion) ? RuleStanding.Off : Decided.Any(rule => rule.Occasion == occasion) ? RuleStanding.Own : RuleStanding.Usual;

    private IReadOnlyList<NotificationRule> Decided => Version > 0 ? Rules : [];

    public static Result<NotificationRulesPublished[]> Decide(NotificationRules rules, PublishNotificationRules command) => command switch
    {
        _ when command.Rules.Select(rule => rule.Occasion).Concat(command.Off).Distinct().Count() < command.Rules.Count + command.Off.Count =>
            NotificationRefusals.OccasionTwice,
        _ when command.Rules.Any(rule => rule.To.Count == 0) => NotificationRefusals.NobodyTold,
        _ when command.Rules.Any(rule => !rule.By.Contains(Means.Dashboard)) => NotificationRefusals.DashboardMissing,
        _ when command.Rules.Any(rule => rule.RepeatAfter < Shortest || rule.RepeatAfter > Longest) => NotificationRefusals.RepeatOutOfRange,
        _ when command.Rules.FirstOrDefault(rule => rule.Occasion == Occasion.DailyDigest) is { RepeatAfter: not null } => NotificationRefusals.DigestRepeated,
        _ when command.Off.Contains(Occasion.CriticalFlag) => NotificationRefusals.CriticalMissing,
        _ when rules.Duty.SequenceEqual(command.Duty) && rules.Decided.SequenceEqual(command.Rules) && rules.Off.SequenceEqual(command.Off) =>
            Array.Empty<NotificationRulesPublished>(),
        _ => new[] { new NotificationRulesPublished(rules.Version + 1, command.Duty, command.Rules, command.Off) },
    };

    public static NotificationRules Evolve(NotificationRules rules, NotificationRulesPublished @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return @event.Version == rules.Version + 1
            ? new(@event.Version, @event.Duty, @event.Rules, @event.Off)
            : throw new UnreachableException($"Rules {@event.Version} after {rules.Version}");
    }

    private NotificationRule? Own(Occasion occasion) => Rules.FirstOrDefault(rule => rule.Occasion == occasion);

    private static NotificationRule Pressing(Occasion occasion, params Means[] by) => new(
        occasion, [Audience.Duty], [Audience.Admins], [Means.Dashboard, Means.Sound, Means.Email, .. by], TimeSpan.FromMinutes(5));

    private static NotificationRule Once(Occasion occasion, Audience to, params Means[] by) => new(occasion, [to], [], by, RepeatAfter: null);
}

/// <summary>Whose the rule of an occasion is.</summary>
public enum RuleStanding
{
    /// <summary>The firm has not decided on it.</summary>
    Usual,
    Own,

    /// <summary>The firm wants nobody told.</summary>
    Off,
}

/// <param name="Rules">What the firm decides; what it names neither here nor in <paramref name="Off"/> goes as usual.</param>
public sealed record PublishNotificationRules(IReadOnlyList<StaffId> Duty, IReadOnlyList<NotificationRule> Rules, IReadOnlyList<Occasion> Off);
