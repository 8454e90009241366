using System.Globalization;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Which of a question's options typed words mean: by number, by label with or without accents, or by a prefix that fits one alone.</summary>
internal static partial class OptionReading
{
    /// <summary>One option, several that it might be, or none.</summary>
    public static IReadOnlyList<Option> Find(IReadOnlyList<Option> options, string text)
    {
        var words = PlainText.Of(TidyText.Of(text));
        if (words.Length == 0)
        {
            return [];
        }

        if (Number().Match(words) is { Success: true } match)
        {
            var number = int.Parse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
            return number >= 1 && number <= options.Count ? [options[number - 1]] : [];
        }

        var exact = options.Where(option => LabelsOf(option).Contains(words)).ToArray();
        return exact.Length > 0
            ? exact
            : [.. options.Where(option => LabelsOf(option).Any(label => label.StartsWith(words, StringComparison.Ordinal)))];
    }

    /// <summary>Several options in one text: <c>1,3</c>, <c>1 dan 3</c>, labels in a row.</summary>
    public static AnswerReading FindSeveral(IReadOnlyList<Option> options, string text)
    {
        if (Find(options, text) is [var whole])
        {
            return AnswerReading.Understand(new AnswerValue.Several([whole.Value]));
        }

        var parts = NumbersOnly().IsMatch(text) ? Numbers().Matches(text).Select(match => match.Value) : Separators().Split(text);
        var chosen = new List<string>();
        foreach (var part in parts.Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            var found = Find(options, part);
            if (found.Count != 1)
            {
                return AnswerReading.Reject(found.Count == 0 ? RejectionRule.NotAnOption : RejectionRule.Ambiguous);
            }

            chosen.Add(found[0].Value);
        }

        return chosen.Count == 0
            ? AnswerReading.Reject(RejectionRule.NotAnOption)
            : AnswerReading.Understand(new AnswerValue.Several([.. options.Select(option => option.Value).Where(chosen.Contains)]));
    }

    private static IEnumerable<string> LabelsOf(Option option) => [PlainText.Of(option.Label.Id), PlainText.Of(option.Label.En)];

    [GeneratedRegex(@"^(?:(?:yang|yg|saya pilih|pilih|the)\s+)?(?:(?:no|nomor|nomer|number|pilihan|opsi|option|ke)\s*)?(?<number>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s*(?:,|;|&|\+|\n|\bdan\b|\band\b|\bserta\b)\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\s*[0-9]{1,2}(?:(?:\s|,|;|&|\+|\.|dan|and)+[0-9]{1,2})*\s*\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumbersOnly();

    [GeneratedRegex("[0-9]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
