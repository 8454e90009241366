namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>When the firm works: the clock of its zone, the hours of its week, and the days off.</summary>
/// <param name="Zone">Whose clock the hours follow.</param>
/// <param name="Week">At most one span of hours a weekday; a weekday without one is off.</param>
/// <param name="Holidays">National holidays and collective leave (<c>cuti bersama</c>).</param>
public sealed record OfficeHours(IndonesianZone Zone, IReadOnlyList<WorkingDay> Week, IReadOnlyList<Holiday> Holidays)
{
    // Further than any row of holidays; a calendar without a working day ends the search.
    private const int FurthestDay = 400;

    /// <summary>What counts until the firm says otherwise.</summary>
    public static OfficeHours Usual(IndonesianZone zone) => new(
        zone,
        [.. Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => new WorkingDay((DayOfWeek)day, new TimeOnly(8, 0), new TimeOnly(17, 0)))],
        []);

    public bool IsOpenAt(DateTimeOffset instant) => Spans(instant).FirstOrDefault() is { To.Year: > 1 } next && next.From <= instant;

    /// <summary>The next moment at which the firm works: <paramref name="instant"/> itself within working hours; none in a calendar without any.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset instant) =>
        Spans(instant).FirstOrDefault() is { To.Year: > 1 } next ? (next.From > instant ? next.From : instant).ToUniversalTime() : null;

    /// <summary>The moment when so much working time has passed; by the plain clock in a calendar without any.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan working)
    {
        var left = working;
        foreach (var span in Spans(start))
        {
            var from = span.From > start ? span.From : start;
            if (left <= span.To - from)
            {
                return (from + left).ToUniversalTime();
            }

            left -= span.To - from;
        }

        return start.ToUniversalTime() + working;
    }

    /// <summary>Whether the firm works on that day at all.</summary>
    public bool WorksOn(DateOnly day) => HoursOf(day) is not null;

    /// <summary>The first moment after <paramref name="instant"/> at which a working day shows that time; none in a calendar without working days.</summary>
    public DateTimeOffset? NextAt(TimeOnly time, DateTimeOffset instant)
    {
        var first = Zone.DateOf(instant);
        return Enumerable.Range(0, FurthestDay + 1).Select(first.AddDays).Where(WorksOn)
            .Select(day => (DateTimeOffset?)At(day, time).ToUniversalTime()).FirstOrDefault(moment => moment > instant);
    }

    /// <summary>The moment at which that day shows that time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.FromHours((int)Zone));

    public bool Equals(OfficeHours? other) =>
        other is not null && Zone == other.Zone && Week.SequenceEqual(other.Week) && Holidays.SequenceEqual(other.Holidays);

    public override int GetHashCode() => HashCode.Combine(Zone, Week.Count, Holidays.Count);

    /// <summary>Working spans that end after an instant, the earliest first.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateTimeOffset after)
    {
        var first = Zone.DateOf(after);
        for (var ahead = 0; ahead <= FurthestDay; ahead++)
        {
            var day = first.AddDays(ahead);
            if (HoursOf(day) is { } hours)
            {
                var (from, to) = (At(day, hours.From), At(day, hours.To));
                if (to > after)
                {
                    yield return (from, to);
                }
            }
        }
    }

    private WorkingDay? HoursOf(DateOnly day) =>
        Holidays.All(holiday => holiday.Day != day) ? Week.FirstOrDefault(working => working.Day == day.DayOfWeek) : null;
}

public sealed record WorkingDay(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <param name="Name">As the calendar calls it.</param>
/// <param name="Collective">Collective leave, which a firm may also work through.</param>
public sealed record Holiday(DateOnly Day, string Name, bool Collective);
