using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Rupiah as typed: <c>Rp 5.000.000</c>, <c>5jt</c>, <c>5 juta</c>, <c>1,5 M</c> (miliar), <c>500rb</c>, <c>2 juta 500 ribu</c>.</summary>
public static partial class MoneyReading
{
    private static readonly (string[] Words, long Factor)[] Units =
    [
        (["ribu", "rb", "k", "thousand"], 1_000),
        (["juta", "jt", "million"], 1_000_000),
        (["miliar", "milyar", "m", "billion"], 1_000_000_000),
        (["triliun", "trilyun", "t", "trillion"], 1_000_000_000_000),
    ];

    /// <summary>Whole rupiah, or <c>null</c> where this is no amount.</summary>
    public static long? Read(string text)
    {
        if (Amount().Match(InWords().Replace(text, "")) is not { Success: true } match)
        {
            return null;
        }

        var total = 0m;
        var above = decimal.MaxValue;
        var parts = match.Groups["part"].Captures.Select(part => Part().Match(part.Value)).ToArray();
        foreach (var part in parts)
        {
            var unit = part.Groups["unit"].Value;
            var factor = unit.Length == 0 ? 1 : Units.First(known => known.Words.Contains(unit, StringComparer.OrdinalIgnoreCase)).Factor;
            if (FigureReading.Read(part.Groups["figure"].Value, wholeOnly: factor == 1) is not { } figure || factor >= above || figure > 1_000_000_000_000_000)
            {
                return null; // "2 ribu 3 juta" is no amount
            }

            total += figure * factor;
            above = factor;
        }

        var whole = Math.Round(total, MidpointRounding.AwayFromZero);
        return whole <= long.MaxValue / 2 ? (long)whole : null;
    }

    internal static bool IsUnit(string word) => Units.Any(unit => unit.Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    // "Rp5.000.000,- (lima juta rupiah)": the figure counts, as on a receipt.
    [GeneratedRegex(@"\s*\([^()]*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();

    [GeneratedRegex(
        @"^\s*(?:(?:sekitar|kira-kira|kira kira|kurang lebih|kurleb|±|about|around|roughly)\s*)?(?:rp\.?|idr)?\s*(?<part>\d[\d.,]*\s*(?:ribu|rb|k|thousand|juta|jt|million|miliar|milyar|m|billion|triliun|trilyun|t|trillion)?\b\s*)+(?:,-|-)?\s*(?:rupiah|perak|an)?\s*[.,]?(?:,-)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<figure>\d[\d.,]*?)[.,]?\s*(?<unit>[a-z]*)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
