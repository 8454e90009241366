using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Reads Meta's JSON as it comes: numbers or strings, members that are missing or of another kind, broken surrogates and bytes.
/// What cannot be read is <c>null</c>; nothing throws.
/// </summary>
internal static class WebhookJson
{
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return element.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Some sibling's name has a broken escape; ours are plain ASCII, so their bytes are compared.
            var wanted = Encoding.ASCII.GetBytes(name);
            foreach (var property in element.EnumerateObject())
            {
                if (JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(wanted))
                {
                    return property.Value;
                }
            }

            return null;
        }
    }

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    /// <summary>A string, or a number as it is written; empty counts as absent.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name) is not { } member ? null : member.ValueKind switch
    {
        JsonValueKind.String => Readable(member) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => Raw(member),
        _ => null,
    };

    public static long? Whole(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double? Degrees(this JsonElement element, string name) =>
        double.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public static bool Flag(this JsonElement element, string name) => element.Member(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Unix seconds (milliseconds where they can be nothing else), as string or number.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, string name)
    {
        const long firstMilliseconds = 100_000_000_000;
        const long lastMilliseconds = 253_402_300_799_999;
        return element.Whole(name) switch
        {
            > 0 and < firstMilliseconds and var seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
            >= firstMilliseconds and <= lastMilliseconds and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            _ => null,
        };
    }

    public static string Raw(this JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    public static byte[] RawBytes(this JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    private static string Readable(JsonElement element)
    {
        try
        {
            // No text of a person holds NUL, and PostgreSQL takes none.
            return element.GetString()!.Replace("\0", string.Empty, StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return BrokenText.Mend(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)[1..^1]));
        }
    }
}
