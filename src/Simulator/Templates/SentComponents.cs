using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The components of a send request, or of one of its cards. A component that is absent counts as one without values.</summary>
internal sealed record SentComponents(IReadOnlyList<JsonElement> All)
{
    public JsonElement? Header => Find("header");

    public JsonElement? Body => Find("body");

    public JsonElement? Offer => Find("limited_time_offer");

    public JsonElement? Carousel => Find("carousel");

    public IReadOnlyList<JsonElement> Buttons => [.. All.Where(component => TypeOf(component) == "button")];

    public static string TypeOf(JsonElement component) => component.TextAt("type")?.ToLowerInvariant() ?? "";

    public static IReadOnlyList<JsonElement> Parameters(JsonElement? component) => component?.ListAt("parameters") ?? [];

    /// <summary>The zero-based position over all buttons; a number or a numeric text, -1 for anything else.</summary>
    public static int IndexOf(JsonElement button) =>
        int.TryParse(button.At("index")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    private JsonElement? Find(string type)
    {
        foreach (var component in All)
        {
            if (TypeOf(component) == type)
            {
                return component;
            }
        }
        return null;
    }
}
