using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Unescapes the inside of a JSON string that no strict reader takes: half a surrogate pair becomes U+FFFD, the rest stays.</summary>
internal static class BrokenText
{
    public static string Mend(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u' && i + 4 < escaped.Length
                && ushort.TryParse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(Plain(escaped[i]));
            }
        }

        // Encoding and decoding puts the replacement character where a surrogate stands alone.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString())).Replace("\0", string.Empty, StringComparison.Ordinal);
    }

    private static char Plain(char escape) => escape switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        _ => escape,
    };
}
