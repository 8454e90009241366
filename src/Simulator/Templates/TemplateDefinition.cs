using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>A template as the platform holds it: one language of one name, in one WhatsApp Business account.</summary>
internal sealed record TemplateDefinition(string WabaId, JsonElement Json)
{
    public string Id => Json.At("id")?.ToString() ?? "";
    public string Name => Json.TextAt("name") ?? "";
    public string Language => Json.TextAt("language") ?? "";
    public string Status => Json.TextAt("status") ?? "";
    public string Category => Json.TextAt("category") ?? "";
    public bool Named => string.Equals(Json.TextAt("parameter_format"), "NAMED", StringComparison.OrdinalIgnoreCase);
    public TemplateParts Parts => new(Json.ListAt("components"));

    public TemplateDefinition WithStatus(string status)
    {
        var changed = JsonNode.Parse(Json.GetRawText())!.AsObject();
        changed["status"] = status;
        return this with { Json = JsonSerializer.SerializeToElement(changed) };
    }
}

/// <summary>The components of a template, or of one card of a carousel.</summary>
internal sealed record TemplateParts(IReadOnlyList<JsonElement> Components)
{
    public JsonElement? Header => Find("HEADER");
    public string HeaderFormat => (Header?.TextAt("format") ?? "TEXT").ToUpperInvariant();
    public string HeaderText => HeaderFormat == "TEXT" ? Header?.TextAt("text") ?? "" : "";
    public string BodyText => Find("BODY")?.TextAt("text") ?? "";
    public string FooterText => Find("FOOTER")?.TextAt("text") ?? "";
    public IReadOnlyList<JsonElement> Buttons => Find("BUTTONS")?.ListAt("buttons") ?? [];
    public IReadOnlyList<TemplateParts> Cards => [.. (Find("CAROUSEL")?.ListAt("cards") ?? []).Select(card => new TemplateParts(card.ListAt("components")))];
    public bool OfferExpires => Find("LIMITED_TIME_OFFER")?.ObjectAt("limited_time_offer")?.FlagAt("has_expiration") ?? false;

    private JsonElement? Find(string type)
    {
        foreach (var component in Components)
        {
            if (string.Equals(component.TextAt("type"), type, StringComparison.OrdinalIgnoreCase))
            {
                return component;
            }
        }
        return null;
    }
}
