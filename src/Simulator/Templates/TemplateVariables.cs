using System.Text.RegularExpressions;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The {{variables}} of a text: numbers in a positional template, names in a named one.</summary>
internal static partial class TemplateVariables
{
    /// <summary>Each variable once, in the order in which values are given.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var names = Pattern().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        return names.TrueForAll(name => int.TryParse(name, out _)) ? [.. names.OrderBy(name => int.Parse(name, null))] : names;
    }

    /// <summary>Values are inserted once: what looks like a variable inside a value stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Pattern().Replace(text, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z0-9_]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
