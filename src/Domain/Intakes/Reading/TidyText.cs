using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>
/// A figure, date or number as phones send it, without what only decorates it: WhatsApp's stars, emoji, quotes, a full stop at the end, and
/// the invisible direction marks that copying a phone number brings along. Digits of other scripts become 0 to 9, every dash a hyphen.
/// </summary>
internal static class TidyText
{
    public static string Of(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    tidy.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
                    break;
                case UnicodeCategory.DashPunctuation:
                    tidy.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control:
                    tidy.Append(' ');
                    break;
                default:
                    tidy.Append(letter);
                    break;
            }
        }

        var (from, to) = (0, tidy.Length);
        while (from < to && Decorates(tidy[from]))
        {
            from++;
        }

        while (to > from && (Decorates(tidy[to - 1]) || tidy[to - 1] is '.' or ',' or ';' or ':' or '!' or '?'))
        {
            to--;
        }

        return tidy.ToString(from, to - from);
    }

    private static bool Decorates(char letter) => letter is ' ' or '*' or '_' or '~' or '`' or '"' or '\''
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
}
