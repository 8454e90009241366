using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Clocks;

/// <summary>How long something may take; what presses counts by the plain clock, everything else in working time.</summary>
public readonly record struct ClockTarget(TimeSpan Time, bool Working)
{
    /// <summary>What a firm owes by kind and urgency until it says otherwise.</summary>
    public static ClockTarget Of(ClockKind kind, Urgency urgency) => (kind, urgency) switch
    {
        (ClockKind.FirstResponse or ClockKind.NextResponse, Urgency.Critical) => new(TimeSpan.FromMinutes(15), Working: false),
        (ClockKind.FirstResponse, Urgency.High) => new(TimeSpan.FromHours(1), Working: true),
        (ClockKind.FirstResponse, Urgency.Normal) => new(TimeSpan.FromHours(4), Working: true),
        (ClockKind.FirstResponse, _) => new(TimeSpan.FromHours(9), Working: true),
        (ClockKind.NextResponse, Urgency.High) => new(TimeSpan.FromHours(2), Working: true),
        (ClockKind.NextResponse, Urgency.Normal) => new(TimeSpan.FromHours(9), Working: true),
        (ClockKind.NextResponse, _) => new(TimeSpan.FromHours(18), Working: true),
        (ClockKind.Approval, Urgency.Critical) => new(TimeSpan.FromMinutes(15), Working: false),
        (ClockKind.Approval, Urgency.High) => new(TimeSpan.FromHours(1), Working: true),
        (ClockKind.Approval, _) => new(TimeSpan.FromHours(4), Working: true),
        (ClockKind.IntakeDecision, Urgency.Critical) => new(TimeSpan.FromHours(2), Working: false),
        (ClockKind.IntakeDecision, Urgency.High) => new(TimeSpan.FromHours(9), Working: true),
        (ClockKind.IntakeDecision, _) => new(TimeSpan.FromHours(18), Working: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A clock without a target."),
    };

    /// <summary>When half of it and when all of it is spent.</summary>
    public ClockTimes From(DateTimeOffset start, OfficeHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return Working
            ? new(hours.After(start, Time / 2), hours.After(start, Time))
            : new(start + (Time / 2), start + Time);
    }
}

/// <param name="HalfAt">Half of the time is spent.</param>
/// <param name="DueAt">All of it is.</param>
public sealed record ClockTimes(DateTimeOffset HalfAt, DateTimeOffset DueAt);
