using System.Globalization;
using System.Text.Json;

namespace Lawyers.Hub.Simulator.Wire;

/// <summary>Careful reading of JSON that someone else wrote: a missing or differently shaped value is null, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>The body as an object; null when it is no JSON object or holds text that is no valid Unicode.</summary>
    public static async Task<JsonElement?> ReadObject(this HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            _ = WireJson.Encode(document.RootElement); // decodes every text once
            return document.RootElement.Clone();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? ObjectAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static string? TextAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IReadOnlyList<JsonElement> ListAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    public static bool FlagAt(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A number, or a text that is one: Meta's own examples mix them.</summary>
    public static double? NumberAt(this JsonElement element, string name) => element.At(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        { ValueKind: JsonValueKind.String } value
            when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A point in time as Unix seconds (number or text) or ISO 8601.</summary>
    public static DateTimeOffset? TimeAt(this JsonElement element, string name)
    {
        if (element.NumberAt(name) is { } seconds)
        {
            return DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        }
        return DateTimeOffset.TryParse(
            element.TextAt(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
