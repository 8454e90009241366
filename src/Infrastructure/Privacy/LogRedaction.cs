using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>What a log may show of a phone number: the country and the operator's prefix, never the subscriber.</summary>
public static partial class LogRedaction
{
    private const int Shown = 5;

    /// <summary><c>+62812***</c> of <c>6281230001111</c>.</summary>
    public static string Phone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length > Shown + 2 ? $"+{digits[..Shown]}***" : "+***";
    }

    /// <summary>Replaces whatever looks like a phone number in a line that somebody else wrote (an exception, a library).</summary>
    public static string Mask(string line) => PhoneShape().Replace(line, match => Phone(match.Value));

    // With a plus, or 9 to 14 digits standing alone; ids of Meta have 15 and more, parts of a GUID touch a dash or a letter.
    [GeneratedRegex(@"\+\d[\d -]{6,18}\d|(?<![\w.-])\d{9,14}(?![\w-]|\.\d)")]
    private static partial Regex PhoneShape();
}
