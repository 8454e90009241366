using System.Globalization;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Dates as typed, day before month; months and relative days in both languages.</summary>
public static partial class DateReading
{
    private static readonly Dictionary<string, int> RelativeDays = new(StringComparer.Ordinal)
    {
        ["hari ini"] = 0,
        ["sekarang"] = 0,
        ["today"] = 0,
        ["tadi"] = 0,
        ["nanti"] = 0,
        ["now"] = 0,
        ["kemarin"] = -1,
        ["kemaren"] = -1,
        ["yesterday"] = -1,
        ["besok"] = 1,
        ["tomorrow"] = 1,
        ["lusa"] = 2,
    };

    private static readonly string[][] Months =
    [
        ["januari", "january", "jan"],
        ["februari", "february", "pebruari", "feb", "peb"],
        ["maret", "march", "mar"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "june", "jun"],
        ["juli", "july", "jul"],
        ["agustus", "august", "agu", "ags", "agt", "aug"],
        ["september", "sep", "sept"],
        ["oktober", "october", "okt", "oct"],
        ["november", "nopember", "nov", "nop"],
        ["desember", "december", "des", "dec"],
    ];

    public static DateOnly? Read(string text, LocalTime time)
    {
        var day = Leading(text, time, out var rest);
        return rest.Length == 0 || PartOfDay().IsMatch(rest) ? day : null;
    }

    /// <summary>The date at the beginning of a text, and what follows it.</summary>
    internal static DateOnly? Leading(string text, LocalTime time, out string rest)
    {
        rest = text;
        var trimmed = Ornament().Replace(text.Trim(), "");
        if (Numbers().Match(trimmed) is { Success: true } numbers)
        {
            rest = Tail(trimmed, numbers);
            return numbers.Groups["iso"].Success
                ? Day(numbers.Groups["iso"].Value, numbers.Groups["isomonth"].Value, numbers.Groups["isoday"].Value, time)
                : Day(numbers.Groups["year"].Value, numbers.Groups["month"].Value, numbers.Groups["day"].Value, time);
        }

        foreach (var pattern in new[] { DayFirst(), MonthFirst() })
        {
            if (pattern.Match(trimmed) is { Success: true } named && MonthOf(named.Groups["month"].Value) is { } month)
            {
                rest = Tail(trimmed, named);
                return Day(named.Groups["year"].Value, month.ToString(CultureInfo.InvariantCulture), named.Groups["day"].Value, time);
            }
        }

        if (Ago().Match(trimmed) is { Success: true } ago)
        {
            rest = Tail(trimmed, ago);
            return time.Today.AddDays(-Whole(ago.Groups["days"].Value));
        }

        if (Relative().Match(trimmed) is { Success: true } relative)
        {
            rest = Tail(trimmed, relative);
            return time.Today.AddDays(RelativeDays[Spaces().Replace(relative.Groups["word"].Value, " ").ToLowerInvariant()]);
        }

        return null;
    }

    private static string Tail(string text, Match match) => text[match.Length..].Trim(' ', ',', '.', ';');

    private static int? MonthOf(string name)
    {
        var at = Array.FindIndex(Months, names => names.Contains(name, StringComparer.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }

    private static DateOnly? Day(string year, string month, string day, LocalTime time)
    {
        var (y, m, d) = (Whole(year), Whole(month), Whole(day));
        if (year.Length == 2)
        {
            y += y > time.Today.Year % 100 + 20 ? 1900 : 2000; // "85" is a year of birth, "27" a date to come
        }

        return y is >= 1900 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hari|pada|tanggal|tgl|sejak|since|on)\b\.?(?!\s+ini\b),?\s*)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^(?:(?<iso>\d{4})-(?<isomonth>\d{1,2})-(?<isoday>\d{1,2})|(?<day>\d{1,2})\s*(?<sign>[/\-.])\s*(?<month>\d{1,2})\s*\k<sign>\s*(?<year>\d{4}|\d{2}))(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s\-]*(?<month>[a-z]+)\.?,?[\s\-]*(?<year>\d{4}|\d{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<word>hari\s+ini|sekarang|today|tadi|nanti|now|kemarin|kemaren|yesterday|besok|tomorrow|lusa)(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(?<days>\d{1,3})\s+(?:hari\s+(?:yang\s+|yg\s+)?lalu|days?\s+ago)(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    // "Tadi malam" is missing: at nine in the morning it is yesterday's evening.
    [GeneratedRegex("^(?:pagi|siang|sore|subuh|morning|afternoon|evening)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex PartOfDay();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
