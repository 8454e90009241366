using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Simulator.Wire;

/// <summary>JSON as Meta puts it on the wire: minified, all ASCII, lower-case hex escapes, slashes escaped. Signatures are over these bytes.</summary>
internal static class WireJson
{
    public static string Encode(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return Encode(document.RootElement);
    }

    public static string Encode(JsonElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                WriteSeparated(element.EnumerateObject(), text, property =>
                {
                    WriteText(property.Name, text);
                    text.Append(':');
                    Write(property.Value, text);
                });
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                WriteSeparated(element.EnumerateArray(), text, item => Write(item, text));
                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteText(element.GetString()!, text);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteSeparated<T>(IEnumerable<T> items, StringBuilder text, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }
            first = false;
            write(item);
        }
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '/' => text.Append("\\/"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or > '~' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }
}
