namespace Lawyers.Hub.Domain.Intakes.Expressions;

/// <summary>An instant seen from the firm's time zone; Indonesia's three zones have no summer time, so an offset is enough.</summary>
public readonly record struct LocalTime(DateTimeOffset Now, TimeSpan Offset)
{
    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();
}
