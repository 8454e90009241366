using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>
/// The form of a public number: literal text, the parts of a date and a sequence, such as <c>INT-{yyyyMMdd}-{seq:000}</c> or
/// <c>INV/{yyyy}/{seq:000000}</c>. The sequence restarts whenever the date part changes and grows past its zeros.
/// </summary>
public sealed partial record NumberFormat
{
    private NumberFormat(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out NumberFormat? format)
    {
        format = Shape().IsMatch(text) && Sequence().Count(text) == 1 ? new NumberFormat(text) : null;
        return format is not null;
    }

    /// <exception cref="FormatException">The text is no number format.</exception>
    public static NumberFormat Parse(string text) =>
        TryParse(text, out var format) ? format : throw new FormatException($"No number format: {text}");

    /// <summary>Which series a number of that day belongs to: the format with its date filled in.</summary>
    public string SeriesOn(DateOnly day) =>
        DatePart().Replace(Text, part => day.ToString(part.Groups["date"].Value, CultureInfo.InvariantCulture));

    /// <summary>The number with that sequence in a series that <see cref="SeriesOn"/> named.</summary>
    public static string Number(string series, int sequence) =>
        Sequence().Replace(series, part => sequence.ToString(CultureInfo.InvariantCulture).PadLeft(part.Groups["zeros"].Length, '0'));

    public override string ToString() => Text;

    [GeneratedRegex(@"^(?:[A-Za-z0-9/._-]|\{yyyyMMdd\}|\{yyyyMM\}|\{yyyy\}|\{seq:0{1,9}\}){1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\{(?<date>yyyyMMdd|yyyyMM|yyyy)\}", RegexOptions.CultureInvariant)]
    private static partial Regex DatePart();

    [GeneratedRegex(@"\{seq:(?<zeros>0+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
