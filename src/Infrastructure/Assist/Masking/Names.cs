using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>What personal names look like: a list of name parts, and the endings that Indonesian names have and other words do not.</summary>
internal static partial class Names
{
    private static readonly FrozenSet<string> Listed = EmbeddedData.Lines("names-id.txt")
        .Concat(EmbeddedData.Lines("names-more.txt").SelectMany(line => line.Split(' ')))
        .Where(name => name.Length > 1)
        .Select(name => name.ToLowerInvariant())
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Linking = new[] { "bin", "binti", "br", "boru", "van", "de", "der", "den", "da", "dos", "al", "el", "von", "ibn" }
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsListed(string lower) => Listed.Contains(lower);

    public static bool Links(string lower) => Linking.Contains(lower);

    public static bool HasNameEnding(string lower) => Ending().IsMatch(lower);

    [GeneratedRegex(@"^\p{L}{2,}(?:wati|anto|yanto|ningsih|ningrum|uddin|udin|yono|tono|wono|mono|rjo|ansyah|rahman|astuti|iawan|yawan|mawan|nawan|iyah|ullah|illah|nawati|hartini|yanti|tanto|djaja|widjaja|bekti|kusuma|negara|diputra|saputra|saputri|hadi|yadi|riadi)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
