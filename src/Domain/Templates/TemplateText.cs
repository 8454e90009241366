using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>A text of a template with its {{variables}}: numbers in a positional template, names in a named one.</summary>
public sealed partial record TemplateText
{
    public static readonly TemplateText None = new(string.Empty);

    public TemplateText(string text)
    {
        Text = text;
        var names = Pattern().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToArray();
        Variables = names.All(name => Position(name) is not null) ? [.. names.OrderBy(Position)] : [.. names];
    }

    public string Text { get; }

    /// <summary>Each variable once, in the order in which its values are given.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Values go in once: what looks like a variable within a value stays as it is.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Pattern().Replace(Text, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    /// <summary>With the sent values in their places, whatever is wrong with them.</summary>
    internal string Hydrate(IReadOnlyList<SentParameter> parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var position = 0; position < parameters.Count; position++)
        {
            var name = parameters[position].Name ?? (position < Variables.Length ? Variables[position] : null);
            if (name is not null)
            {
                values[name] = parameters[position].Shown ?? string.Empty;
            }
        }

        return Fill(values);
    }

    public bool Equals(TemplateText? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static int? Position(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z0-9_]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
