using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>
/// Everything in a text that could be somebody's name, for an index that knows names only by their keyed hashes: runs of two to five words however
/// they are written, and single words where they can only be a name.
/// </summary>
public static partial class NamesInText
{
    private const int Longest = 5;

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "tn", "tuan", "ny", "nyonya", "nona", "mr", "mrs", "ms", "mas", "mbak", "klien", "client",
    };

    public static IEnumerable<NameInText> Of(string text)
    {
        var words = Word().Matches(text);
        for (var first = 0; first < words.Count; first++)
        {
            if (IsNameAlone(text, words, first))
            {
                yield return Between(text, words[first], words[first]);
            }

            for (var last = first + 1; last < words.Count && last - first < Longest && !EndsSentence(text, words[last - 1], words[last]); last++)
            {
                yield return Between(text, words[first], words[last]);
            }
        }
    }

    private static NameInText Between(string text, Match first, Match last)
    {
        var words = text[first.Index..(last.Index + last.Length)];
        return new(PartyName.Of(words), words);
    }

    // A capital at the beginning of a sentence says nothing; behind an address the word is a name in any case.
    private static bool IsNameAlone(string text, MatchCollection words, int at)
    {
        var word = words[at].Value;
        if (word.Length < 3 || Addresses.Contains(word))
        {
            return false;
        }

        var before = at == 0 ? null : words[at - 1];
        return before is not null && (Addresses.Contains(before.Value.TrimEnd('.')) || (char.IsUpper(word[0]) && !EndsSentence(text, before, words[at])));
    }

    // "H. Budi" and "S.H." go on; "perkara. Budi" does not.
    private static bool EndsSentence(string text, Match before, Match after)
    {
        var between = text[(before.Index + before.Length)..after.Index];
        return between.AsSpan().ContainsAny("\n!?:;") || (between.Contains('.', StringComparison.Ordinal) && before.Length > 4);
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <param name="Words">As they stand in the text.</param>
public sealed record NameInText(PartyName Name, string Words);
