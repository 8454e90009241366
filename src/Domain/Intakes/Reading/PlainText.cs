using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Words as they compare: lower case, without accents, without punctuation, one space between.</summary>
public static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    public static string[] WordsOf(string text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
