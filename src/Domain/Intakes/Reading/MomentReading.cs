using System.Globalization;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>A date and a time of day: <c>21/11/2026 14.30</c>, <c>kemarin jam 2 siang</c>, <c>besok pukul 09:00 WITA</c>.</summary>
public static partial class MomentReading
{
    /// <summary>Nothing where it is neither; a day without a time where only the date was said.</summary>
    public static (DateOnly? Day, DateTimeOffset? Moment) Read(string text, LocalTime time)
    {
        if (DateReading.Leading(text, time, out var rest) is not { } day)
        {
            return (null, null);
        }

        if (rest.Length == 0)
        {
            return (day, null);
        }

        if (DateReading.PartOfDay().IsMatch(rest))
        {
            return (day, null);
        }

        if (TimeOfDay().Match(rest) is not { Success: true } match)
        {
            return (null, null);
        }

        // "Jam 2" may be the night or the afternoon, and hours of custody count from it.
        if (match.Groups["hour"].Value is [>= '1' and <= '9'] && !match.Groups["minute"].Success && !match.Groups["part"].Success)
        {
            return (day, null);
        }

        return Clock(match) is { } clock
            ? (day, (time with { Offset = Zone(match.Groups["zone"].Value) ?? time.Offset }).At(day, clock))
            : (null, null);
    }

    private static TimeOnly? Clock(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var part = match.Groups["part"].Value.ToLowerInvariant();
        int? adjusted = (part, hour) switch
        {
            ("", _) => hour,
            (_, > 12) => hour, // "14.30 siang" says it twice
            ("pagi" or "am", 12) => 0,
            ("pagi" or "am" or "subuh", _) => hour,
            ("pm", 12) => 12,
            ("pm", _) => hour + 12,
            ("siang", >= 10) => hour,
            ("siang", >= 1 and <= 4) => hour + 12,
            ("sore", >= 2 and <= 7) => hour + 12,
            ("malam", >= 6 and <= 11) => hour + 12,
            ("malam", >= 1 and <= 4) => hour,
            _ => null, // "12 malam" may be either end of the day
        };
        return adjusted is >= 0 and <= 23 && minute <= 59 ? new TimeOnly(adjusted.Value, minute) : null;
    }

    private static TimeSpan? Zone(string name) => name.ToUpperInvariant() switch
    {
        "WIB" => TimeSpan.FromHours(7),
        "WITA" => TimeSpan.FromHours(8),
        "WIT" => TimeSpan.FromHours(9),
        _ => null,
    };

    [GeneratedRegex(
        @"^(?:jam|pukul|pkl|at|sekitar|,|\.)*\s*(?:jam|pukul|pkl|at)?\.?\s*(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s*(?<part>pagi|subuh|siang|sore|malam|am|pm)?\s*(?<zone>wib|wita|wit)?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();
}
