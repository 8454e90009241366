using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Words as they compare: lower case, without accents, without punctuation, one space between.</summary>
public static class PlainText
{
    /// <summary>Spelt out, because without culture data the runtime decomposes no letters.</summary>
    private static readonly FrozenDictionary<char, char> Unaccented = new[]
    {
        ('a', "àáâãäåāăą"), ('c', "çćč"), ('d', "ďđ"), ('e', "èéêëēĕėęě"), ('g', "ğģ"), ('i', "ìíîïĩīĭį"), ('k', "ķ"), ('l', "ĺļľł"),
        ('n', "ñńņň"), ('o', "òóôõöøōŏő"), ('r', "ŕř"), ('s', "śşšș"), ('t', "ťţț"), ('u', "ùúûüũūŭůű"), ('y', "ýÿ"), ('z', "źżž"),
    }.SelectMany(row => row.Item2.Select(accented => (accented, plain: row.Item1))).ToFrozenDictionary(pair => pair.accented, pair => pair.plain);

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                var lower = char.ToLowerInvariant(letter);
                plain.Append(Unaccented.GetValueOrDefault(lower, lower));
            }
            else if (!Vanishes(letter) && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    public static string[] WordsOf(string text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Vanishes(char letter) =>
        letter is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
