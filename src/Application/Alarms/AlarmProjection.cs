using System.Globalization;
using Lawyers.Hub.Application.Projections;

namespace Lawyers.Hub.Application.Alarms;

/// <summary>
/// Which events set an alarm of one kind, move it and take it away: a projection as every other, so alarms come out of the log alone and
/// can be folded anew. Its name is the kind's. An alarm rings once for each moment it is set to.
/// </summary>
public abstract class AlarmProjection<TAlarm> : Projection<TAlarm>
    where TAlarm : class, IAlarm
{
    public sealed override string SortKey(TAlarm view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return AlarmTime.Write(view.DueAt);
    }
}

/// <summary>A moment as the text by which alarms are ordered.</summary>
public static class AlarmTime
{
    // Behind every moment.
    private const string Never = "~";

    public static string Write(DateTimeOffset? dueAt) => dueAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? Never;

    public static DateTimeOffset? Read(string text) => text == Never ? null : DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
