using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Phone numbers to E.164: <c>0812…</c>, <c>62812…</c> and <c>+62 812-…</c> are all <c>+62812…</c>; other countries with their plus.</summary>
public static partial class PhoneReading
{
    public static string? Read(string text)
    {
        var digits = Separators().Replace(text.Trim(), "");
        var number = digits switch
        {
            ['0', not '0', ..] => $"+62{digits[1..]}",
            ['0', '0', ..] => $"+{digits[2..]}",
            ['6', '2', ..] => $"+{digits}",
            _ => digits,
        };
        number = number.StartsWith("+620", StringComparison.Ordinal) ? $"+62{number[4..]}" : number;
        return E164().IsMatch(number) ? number : null;
    }

    [GeneratedRegex(@"[\s().\-/]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\+(?:62[1-9][0-9]{7,11}|(?!62)[1-9][0-9]{7,14})$", RegexOptions.CultureInvariant)]
    private static partial Regex E164();
}
