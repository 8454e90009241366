using System.Text;

namespace Lawyers.Hub.Domain.Matters;

/// <summary>
/// A name as a conflict check compares it: without case, diacritics, titles and legal forms, in today's spelling.
/// <c>H. Soekarno, S.H.</c> and <c>SUKARNO</c> are the same.
/// </summary>
public sealed record PartyName
{
    private static readonly HashSet<string> Titles =
    [
        "h", "hj", "kh", "ust", "dr", "drg", "drh", "drs", "dra", "ir", "prof", "adv", "rm", "ra",
        "sh", "mh", "shi", "mhum", "mkn", "se", "mm", "mba", "sip", "skom", "mkom", "st", "mt", "spd", "mpd", "sag", "mag", "msi", "ssos", "sp", "phd", "llm", "llb", "cn",
        "bapak", "bpk", "ibu", "sdr", "sdri", "saudara", "saudari", "tn", "tuan", "ny", "nyonya", "nn", "nona", "mr", "mrs", "ms",
        "pt", "cv", "tbk", "ud", "fa", "persero",
    ];

    // Old spelling of before 1972 and today's.
    private static readonly (string Old, string New)[] Spellings = [("oe", "u"), ("dj", "j"), ("tj", "c")];

    private static readonly (string Marked, char Plain)[] Letters =
    [
        ("àáâãäåāăą", 'a'), ("çćĉċč", 'c'), ("ďđ", 'd'), ("èéêëēĕėęě", 'e'), ("ĝğġģ", 'g'), ("ĥħ", 'h'), ("ìíîïĩīĭįı", 'i'), ("ĵ", 'j'), ("ķ", 'k'),
        ("ĺļľŀł", 'l'), ("ñńņňŉ", 'n'), ("òóôõöøōŏő", 'o'), ("ŕŗř", 'r'), ("śŝşšș", 's'), ("ţťŧț", 't'), ("ùúûüũūŭůűų", 'u'), ("ŵ", 'w'), ("ýÿŷ", 'y'), ("źżž", 'z'),
    ];

    private static readonly Dictionary<char, char> Plain =
        Letters.SelectMany(row => row.Marked.Select(marked => (marked, row.Plain))).ToDictionary(pair => pair.marked, pair => pair.Plain);

    private PartyName(IReadOnlyList<string> words)
    {
        Whole = string.Join(' ', words);
        SortedWords = string.Join(' ', words.Order(StringComparer.Ordinal));
        Trigrams = [.. words.SelectMany(TrigramsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public string Whole { get; }

    public string SortedWords { get; }

    public IReadOnlyList<string> Trigrams { get; }

    public static PartyName Of(string name)
    {
        var words = Words(name).ToArray();
        var bare = words.Where(word => !Titles.Contains(word)).ToArray();
        return new([.. (bare.Length == 0 ? words : bare).Select(TodaysSpelling)]);
    }

    public bool Equals(PartyName? other) => other is not null && Whole == other.Whole;

    public override int GetHashCode() => Whole.GetHashCode(StringComparison.Ordinal);

    // A name, like everything personal, is never printed.
    public override string ToString() => "***";

    private static IEnumerable<string> Words(string name)
    {
        foreach (var chunk in Letterise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // "S.H." is one title, "PT.Maju" a legal form and a word.
            var parts = chunk.Split('.', StringSplitOptions.RemoveEmptyEntries);
            var joined = string.Concat(parts);
            if (parts.Length > 1 && Titles.Contains(joined))
            {
                yield return joined;
                continue;
            }

            foreach (var part in parts)
            {
                yield return part;
            }
        }
    }

    private static string Letterise(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower is '\'' or '’' or '`' or (>= '\u0300' and <= '\u036F'))
            {
                continue; // "Ma'ruf" is "Maruf"; a combining mark belongs to the letter before it
            }

            text.Append(
                Plain.TryGetValue(lower, out var plain) ? plain
                : char.IsLetterOrDigit(lower) || lower == '.' ? lower
                : ' ');
        }

        return text.ToString();
    }

    private static string TodaysSpelling(string word) =>
        Spellings.Aggregate(word, (spelt, rule) => spelt.Replace(rule.Old, rule.New, StringComparison.Ordinal));

    private static IEnumerable<string> TrigramsOf(string word)
    {
        var padded = $"  {word} ";
        return Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3));
    }
}
