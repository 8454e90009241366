using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>RFC 8785: the one spelling of a JSON value.</summary>
internal static class Canonical
{
    /// <summary>What lies deeper in an event's data counts as null.</summary>
    public const int Deepest = 64;

    private static void Append(StringBuilder text, JsonElement value, int level)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when level > Deepest:
                text.Append("null");
                break;
            case JsonValueKind.Object:
                var members = value.EnumerateObject().ToArray();
                AppendObject(text, members.Select(member => (member.Name, member.Value)), level);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(first ? "" : ",");
                    first = false;
                    Append(text, item, level + 1);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetDouble()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    /// <param name="level">How deep the object lies: an event, whose data is of level 1, at 0.</param>
    public static void AppendObject(StringBuilder text, IEnumerable<(string Name, JsonElement Value)> members, int level = 0)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            text.Append(first ? "" : ",");
            first = false;
            AppendText(text, name);
            text.Append(':');
            Append(text, value, level + 1);
        }

        text.Append('}');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
    }

    /// <summary>As ECMAScript prints a number.</summary>
    private static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        if (!double.IsFinite(value))
        {
            return "null";
        }

        // Seventeen digits always suffice; the fewest that read back as the same number are the ones to print.
        var printed = Enumerable.Range(0, 17).Select(digits => Math.Abs(value).ToString($"E{digits}", CultureInfo.InvariantCulture))
            .First(text => double.Parse(text, CultureInfo.InvariantCulture) == Math.Abs(value));
        var mark = printed.IndexOf('E', StringComparison.Ordinal);
        var digits = printed[..mark].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var point = int.Parse(printed.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
        var sign = value < 0 ? "-" : "";
        return sign + point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
            > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
            > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
