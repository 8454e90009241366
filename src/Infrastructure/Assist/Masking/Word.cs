using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

internal enum Casing { Lower, Title, Upper, Mixed, Number }

/// <summary>A word of a text, where it stands and how it is written.</summary>
/// <param name="Gap">What stands between it and the word before.</param>
internal sealed record Word(int Start, int End, string Text, string Lower, Casing Casing, string Gap)
{
    public bool IsCapitalised => Casing is Casing.Title or Casing.Upper or Casing.Mixed;

    public bool FollowsDirectly => Gap is " " or ". " or "." or "  " || (Gap.Length > 0 && Gap.AsSpan().Trim(' ').Length == 0);

    public bool BeginsSentence => Gap.Length == 0 && Start == 0 || Gap.AsSpan().IndexOfAny(".!?\n:") >= 0;
}

internal static partial class Words
{
    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>();
        var end = 0;
        foreach (Match match in Pattern().Matches(text))
        {
            words.Add(new Word(match.Index, match.Index + match.Length, match.Value, match.Value.ToLowerInvariant(), CasingOf(match.Value), text[end..match.Index]));
            end = match.Index + match.Length;
        }

        return words;
    }

    /// <summary>In a text all in capitals, or all without, capitals tell nothing.</summary>
    public static bool CapitalsTell(string text) => text.Any(char.IsUpper) && text.Count(char.IsLower) > text.Count(char.IsUpper) / 2;

    private static Casing CasingOf(string word)
    {
        if (!char.IsLetter(word[0])) return Casing.Number;
        var upper = word.Count(char.IsUpper);
        if (upper == 0) return Casing.Lower;
        if (upper == 1 && char.IsUpper(word[0])) return Casing.Title;
        return upper == word.Count(char.IsLetter) ? Casing.Upper : Casing.Mixed;
    }

    [GeneratedRegex(@"\p{L}+(?:['’\-](?!s\b)\p{L}+)*|\d[\d\p{L}]*(?:[\-/]\d[\d\p{L}]*|-\p{L}{1,3}\b)*(?:,\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
