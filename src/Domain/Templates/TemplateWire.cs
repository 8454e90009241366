using System.Globalization;
using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>Reads the JSON of a template as somebody else wrote it: what is missing, or of another kind, is absent and nothing throws.</summary>
internal static class TemplateWire
{
    public static JsonElement? At(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A member's name holds half a surrogate pair: nothing that is defined by ASCII names can be looked up in this object.
            return null;
        }
    }

    public static JsonElement? ObjectAt(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static string? TextAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } value && Readable(value) is { Length: > 0 } text ? text : null;

    /// <summary>A text or a number, as it is written: Meta's own examples mix them.</summary>
    public static string? ScalarAt(this JsonElement element, string name) => element.At(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => element.TextAt(name),
    };

    public static IEnumerable<JsonElement> ItemsAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static bool FlagAt(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A number that counts something, written as a number or as a text; null for anything else.</summary>
    public static int? CountAt(this JsonElement element, string name) =>
        int.TryParse(element.ScalarAt(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Readable(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // half a surrogate pair; a reader would be shown the replacement character
        }
    }
}
