using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>The part of a client's day in which nothing is sent that can wait.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public static readonly QuietHours Default = new(new TimeOnly(20, 0), new TimeOnly(7, 0));

    /// <summary>Who wrote so shortly before the quiet hours began, or since, is awake.</summary>
    public static readonly TimeSpan StillAwake = TimeSpan.FromHours(1);

    /// <summary>When the quiet hours began that it now is; none by day.</summary>
    public DateTimeOffset? BeganBefore(DateTimeOffset now, IndonesianZone zone)
    {
        var local = now.ToOffset(TimeSpan.FromHours((int)zone));
        if (!TimeOnly.FromTimeSpan(local.TimeOfDay).IsBetween(From, To))
        {
            return null;
        }

        var today = local - local.TimeOfDay + From.ToTimeSpan();
        return today <= local ? today : today.AddDays(-1);
    }

    /// <summary>The end of the quiet hours that it now is, in UTC.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset now, IndonesianZone zone)
    {
        var local = now.ToOffset(TimeSpan.FromHours((int)zone));
        var today = local - local.TimeOfDay + To.ToTimeSpan();
        return (today > local ? today : today.AddDays(1)).ToUniversalTime();
    }
}
