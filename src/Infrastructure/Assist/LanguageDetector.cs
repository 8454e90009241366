using System.Collections.Frozen;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>Tells Indonesian from English by the words that hold a sentence together; both in earnest is mixed.</summary>
internal static class LanguageDetector
{
    private const double MostlyOther = 0.82, HardlyAny = 0.24;
    private const int MixedFrom = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Telling = EmbeddedData.Lines("languages.txt")
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static MessageLanguage Of(string text)
    {
        int english = 0, indonesian = 0;
        foreach (var token in Tokeniser.Tokens(text))
        {
            if (Telling["en"].Contains(token.Text)) english++;
            else if (token.Forms.Any(Telling["id"].Contains)) indonesian++;
        }

        // Nothing known: the firm's clients write Indonesian.
        if (english == 0) return MessageLanguage.Id;
        var share = english / (double)(english + indonesian);
        if (share > MostlyOther) return MessageLanguage.En;
        if (share < HardlyAny || english + indonesian < MixedFrom || english < 2) return share > 0.5 ? MessageLanguage.En : MessageLanguage.Id;
        return MessageLanguage.Mixed;
    }
}
