using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Application.Assist;

/// <summary>
/// One conversation's map of placeholders to what they stand for: <c>[PERSON_1]</c> means the same person in every message, so that a draft
/// written about placeholders reads right once they are put back.
/// </summary>
public sealed partial class Placeholders
{
    public static readonly Placeholders Empty = new(ImmutableDictionary<(PiiType, string), string>.Empty, ImmutableDictionary<string, string>.Empty);

    private readonly ImmutableDictionary<(PiiType Type, string Key), string> _byValue;
    private readonly ImmutableDictionary<string, string> _byPlaceholder;

    private Placeholders(ImmutableDictionary<(PiiType, string), string> byValue, ImmutableDictionary<string, string> byPlaceholder)
    {
        _byValue = byValue;
        _byPlaceholder = byPlaceholder;
    }

    public int Count => _byPlaceholder.Count;

    /// <summary>The placeholder of a value, and the map that knows it from now on.</summary>
    public (string Placeholder, Placeholders Next) For(PiiType type, string value)
    {
        var key = (type, Canonical(type, value));
        if (_byValue.TryGetValue(key, out var known)) return (known, this);

        var number = _byValue.Keys.Count(other => other.Type == type) + 1;
        var placeholder = $"[{Label.Of(type).ToUpperInvariant()}_{number.ToString(CultureInfo.InvariantCulture)}]";
        return (placeholder, new Placeholders(_byValue.Add(key, placeholder), _byPlaceholder.Add(placeholder, value)));
    }

    /// <summary>Puts the values back; a placeholder this conversation never gave out stays as it is.</summary>
    public string Unmask(string text) => Token().Replace(text, match => _byPlaceholder.GetValueOrDefault(match.Value, match.Value));

    // The same number written with dashes or spaces, or the same name in capitals, is the same value.
    private static string Canonical(PiiType type, string value) => type switch
    {
        PiiType.Person or PiiType.Address or PiiType.Email => string.Join(' ', value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        _ => string.Concat(value.ToLowerInvariant().Where(char.IsLetterOrDigit)),
    };

    [GeneratedRegex(@"\[[A-Z_]+_\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
