using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>A template as the client sees it, its values filled in.</summary>
internal sealed record RenderedTemplate(string Header, string Body, string Footer, IReadOnlyList<JsonObject> Buttons)
{
    public static RenderedTemplate Of(TemplateDefinition definition, JsonElement template)
    {
        var sent = new SentComponents(template.ListAt("components"));
        var parts = definition.Parts;
        return new RenderedTemplate(
            TextValueRules.Hydrate(parts.HeaderText, SentComponents.Parameters(sent.Header)),
            TextValueRules.Hydrate(parts.BodyText, SentComponents.Parameters(sent.Body)),
            parts.FooterText,
            [.. parts.Buttons.Select((button, index) => Button(button, sent.Buttons.FirstOrDefault(item => SentComponents.IndexOf(item) == index)))]);
    }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["header"] = Header,
        ["body"] = Body,
        ["footer"] = Footer,
        ["buttons"] = new JsonArray([.. Buttons]),
    });

    private static JsonObject Button(JsonElement button, JsonElement sent)
    {
        var (kind, text) = (button.TextAt("type") ?? "", button.TextAt("text") ?? "");
        var parameters = SentComponents.Parameters(sent);
        var rendered = new JsonObject { ["type"] = kind, ["text"] = text };
        if (kind == "QUICK_REPLY")
        {
            rendered["payload"] = parameters.Select(parameter => parameter.TextAt("payload")).FirstOrDefault() ?? text;
        }
        if (button.TextAt("url") is { } url)
        {
            rendered["url"] = TextValueRules.Hydrate(url, parameters);
        }
        return rendered;
    }
}
