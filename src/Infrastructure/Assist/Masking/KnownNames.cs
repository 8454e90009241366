using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>The names that the matter already knows: found wherever they stand, whole or in part.</summary>
internal static class KnownNames
{
    private const int ShortestPart = 3;

    public static void Find(string text, IReadOnlyList<Word> words, IReadOnlyCollection<string> names, Found found)
    {
        foreach (var name in names.Select(name => name.Trim()).Where(name => name.Length > 1).OrderByDescending(name => name.Length))
        {
            FindWhole(text, name, found);
        }

        var parts = names.SelectMany(name => Words.Of(name)).Where(Tells).Select(part => part.Lower).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words.Where(word => parts.Contains(word.Lower))) found.MaskEvenIfKept(word.Start, word.End, PiiType.Person);
    }

    private static void FindWhole(string text, string name, Found found)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if (IsBoundary(text, at - 1) && IsBoundary(text, end)) found.MaskEvenIfKept(at, end, PiiType.Person);
        }
    }

    // A part such as "Indah" or "Jaya" is also a word; alone it proves nothing.
    private static bool Tells(Word part) =>
        part.Text.Length >= ShortestPart && part.Casing != Casing.Number && !OrdinaryWords.ContainsExactly(part.Lower)
        && !NameCues.IsHonorific(part.Lower) && !Names.Links(part.Lower);

    private static bool IsBoundary(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
