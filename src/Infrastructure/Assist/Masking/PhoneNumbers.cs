using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Telephone numbers in the ways people write them.</summary>
internal static partial class PhoneNumbers
{
    private const int FewestDigits = 8, MostDigits = 15;

    public static void Find(string text, Found found)
    {
        foreach (var pattern in (Regex[])[International(), Mobile(), Landline(), Labelled()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var value = match.Groups["value"] is { Success: true } group ? group : (Capture)match;
                var digits = value.ValueSpan.ToString().Count(char.IsAsciiDigit);
                if (digits is >= FewestDigits and <= MostDigits) found.Mask(value.Index, value.Index + value.Length, PiiType.Phone);
            }
        }
    }

    // "+62 812-3456-7890", "+62 31 0386253 ext 102", "+65 9123 4567", "(+62) 21 ..."
    [GeneratedRegex(@"\(?\+\d{1,3}\)?(?:[ .\-]?\(?\d{1,5}\)?){2,6}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    // "0812...", "62812...", "o812..." in groups of any length, ten to fourteen digits in all.
    [GeneratedRegex(@"(?<![\w.\-/])(?:62[ .\-]?|[0oO][ .\-]?)8(?:[ .\-]{0,2}[\doO]){7,12}(?![\d])|(?<=wa[/:]|hp[:.]|tlp[:.]|telp[:.])0(?:[ .\-]?\d){9,12}(?!\d)|(?<=[A-Za-z]/)08\d{7,11}(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\w.\-/])\(?0[2-9]\d{1,2}\)?(?:[ \-]\d{3,8})(?:[ \-]\d{3,5})?(?!\d|[.,/]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    [GeneratedRegex(@"\b(?:wa|whatsapp|hp|telp|telpon|telepon|tlp|phone|mobile|cell|no\.?\s?hp|call\s+me|text\s+me|nomor\s+(?:saya|sy|aku|baru|istri|suami)|nomer\s+(?:saya|sy|aku))\b[^\d\n+]{0,20}(?<value>(?:8|0|62)\d(?:[ .\-]?\d){6,12})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
