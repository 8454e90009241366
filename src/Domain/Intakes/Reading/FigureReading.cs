using System.Globalization;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>
/// Numbers as Indonesians and English speakers type them. A point or comma groups thousands where three digits follow each; a lone
/// comma with three digits after it is a decimal sign as in Indonesian, unless the caller knows that there are no fractions.
/// </summary>
internal static partial class FigureReading
{
    /// <param name="text">Digits with points and commas, nothing else.</param>
    /// <param name="wholeOnly">There are no fractions, so <c>5,000</c> is five thousand.</param>
    public static decimal? Read(string text, bool wholeOnly)
    {
        var plain = text switch
        {
            _ when PointGroups().IsMatch(text) => text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            _ when CommaGroups().IsMatch(text) && (wholeOnly || text.IndexOf(',') != text.LastIndexOf(',') || text.Contains('.')) =>
                text.Replace(",", "", StringComparison.Ordinal),
            _ => text.Replace(',', '.'),
        };
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;
    }

    /// <summary>A number with a unit behind it, if any: <c>78,5 cm</c>.</summary>
    public static decimal? ReadWithUnit(string text, bool wholeOnly) =>
        WithUnit().Match(text) is { Success: true } match && !Multiplies(match.Groups["unit"].Value) ? Read(match.Groups["figure"].Value, wholeOnly) : null;

    // "5 juta" is not five of something, and "1e5" is not one.
    private static bool Multiplies(string unit) => MoneyReading.IsUnit(unit) && unit is not ("m" or "M" or "t" or "T") || Exponent().IsMatch(unit);

    [GeneratedRegex(@"^e\d$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PointGroups();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"^\s*(?<figure>-?\d[\d.,]*?)\s*(?<unit>[a-z²]+\d?)?\s*\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithUnit();
}
