using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>One word of a message: as written in lower case, and the forms under which a list may know it.</summary>
internal readonly record struct Token(string Text, string[] Forms);

/// <summary>Cuts chat into words: unfolds chat spellings, shortens stretched letters, and gives links, amounts, times and attachments a name.</summary>
internal static partial class Tokeniser
{
    public const string Attachment = "<attachment>", Url = "<url>", Money = "<money>", Clock = "<clock>", Number = "<number>";

    private static readonly FrozenDictionary<string, string[]> Plain = EmbeddedData.Lines("spellings.txt")
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[1].Split(", "), (parts, chat) => (chat, plain: parts[0].Split(' ')))
        .DistinctBy(entry => entry.chat)
        .ToFrozenDictionary(entry => entry.chat, entry => entry.plain, StringComparer.Ordinal);

    public static List<Token> Tokens(string text) => Words(text).ConvertAll(word => new Token(word, WordForms.Of(word)));

    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (Match match in Piece().Matches(text.Replace('’', '\'').ToLowerInvariant()))
        {
            if (match.Groups["attachment"].Success)
            {
                words.Add(Attachment);
                foreach (Match inner in Letters().Matches(match.Value)) Add(words, inner.Value);
            }
            else if (match.Groups["url"].Success) words.Add(Url);
            else if (match.Groups["money"].Success) words.Add(Money);
            else if (match.Groups["clock"].Success) words.Add(Clock);
            else if (match.Groups["number"].Success) words.Add(match.Length <= 2 || match.Value is "378" or "372" or "112" or "127" or "263" ? match.Value : Number);
            else Add(words, match.Value);
        }

        return words;
    }

    private static void Add(List<string> words, string raw)
    {
        var word = Reduplication().Replace(Unstretch(raw), "");
        if (word.Length == 0) return;
        if (Plain.TryGetValue(word, out var plain)) words.AddRange(plain);
        else words.Add(word);
    }

    // "tolongggg" and "haloooo"; double letters stay, as in "maaf".
    private static string Unstretch(string word)
    {
        var text = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var end = i + 1;
            while (end < word.Length && word[end] == word[i]) end++;
            text.Append(word[i], end - i >= 3 ? 1 : end - i);
            i = end;
        }

        return text.ToString();
    }

    [GeneratedRegex(
        """
        (?<attachment>\[(?:foto|gambar|image|photo|pic|video|dokumen|document|doc|file|pdf|audio|rekaman|lampiran|attachment|berkas|stiker|sticker|voice|kontak|lokasi)[^\]\n]*\]|<(?:media|attached|foto|file)[^>\n]*>)
        |(?<url>https?://\S+|www\.\S+|\b[a-z0-9-]+\.(?:com|id|net|ly|me|apk|org|info|xyz|site|link|vip)(?:/\S*)?(?![\w]))
        |(?<money>\b(?:rp|idr|usd|sgd|rm)\.?\s?\d[\d.,]*(?:\s?(?:rb|ribu|jt|juta|m|miliar|milyar|k|t|triliun|million|billion))?\b|[$€£]\s?\d[\d.,]*\s?(?:k|m|million|billion)?\b|\b\d[\d.,]*\s?(?:rb|ribu|jt|juta|jeti|miliar|milyar|triliun|million|billion|m|k)\b)
        |(?<clock>\b\d{1,2}[.:]\d{2}\b(?!\d)|\b\d{1,2}\s?(?:am|pm)\b)
        |(?<number>\b\d+(?:[.,/-]\d+)*\b)
        |[\p{L}][\p{L}\p{Nd}']*
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Piece();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    // "anak2" is "anak-anak", "anak2nya" the same with its clitic.
    [GeneratedRegex(@"(?<=\p{L}{2})2(?:nya|an|ku|mu)?$|'$", RegexOptions.CultureInvariant)]
    private static partial Regex Reduplication();
}
