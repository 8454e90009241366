using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>Checks a template message against the approved definition, rule by rule in the platform's order; the first broken rule is the answer.</summary>
internal static class TemplateCheck
{
    public static (TemplateDefinition? Definition, TemplateRefusal? Refusal) Of(
        JsonElement request, Func<string, string, TemplateDefinition?> find)
    {
        if (Required(request) is { } missing)
        {
            return (null, TemplateRefusal.MissingRequired(missing));
        }
        var template = request.ObjectAt("template")!.Value;
        var (name, language) = (template.TextAt("name")!, template.ObjectAt("language")!.Value.TextAt("code")!);
        if (find(name, language) is not { } definition)
        {
            return (null, new TemplateRefusal("template_not_found", 132001, $"template name ({name}) does not exist in {language}"));
        }
        return (definition, Standing(definition, request) ?? Content(definition, template).FirstOrDefault());
    }

    private static string? Required(JsonElement request)
    {
        var template = request.ObjectAt("template");
        return request switch
        {
            _ when request.TextAt("messaging_product") is not { Length: > 0 } => "messaging_product",
            _ when request.TextAt("to") is not { Length: > 0 } && request.TextAt("recipient") is not { Length: > 0 } => "to",
            _ when request.TextAt("type") is not { Length: > 0 } => "type",
            _ when template?.TextAt("name") is not { Length: > 0 } => "template.name",
            _ when template?.ObjectAt("language")?.TextAt("code") is not { Length: > 0 } => "template.language.code",
            _ => null,
        };
    }

    private static TemplateRefusal? Standing(TemplateDefinition definition, JsonElement request) => definition.Status.ToUpperInvariant() switch
    {
        "PAUSED" => new TemplateRefusal("template_paused", 132015, "The template is paused for low quality."),
        "DISABLED" => new TemplateRefusal("template_disabled", 132016, "The template was paused too often and is disabled."),
        not "APPROVED" => new TemplateRefusal("template_not_approved", 132001, $"template name ({definition.Name}) is not approved"),
        _ when Authentication(definition) && request.TextAt("to") is not { Length: > 0 } => new TemplateRefusal(
            "bsuid_not_supported", 131062, "Authentication templates cannot be sent to a business-scoped user id."),
        _ => null,
    };

    private static IEnumerable<TemplateRefusal> Content(TemplateDefinition definition, JsonElement template)
    {
        var values = new TextValueRules(definition.Named);
        var sent = new SentComponents(template.ListAt("components"));
        return ComponentListRules.Of(sent, card: false)
            .Concat(HeaderRules.Of(definition.Parts, sent, values))
            .Concat(BodyRules.Of(definition.Parts, sent, values))
            .Concat(BodyRules.Length(definition.Parts, sent))
            .Concat(Authentication(definition) ? BodyRules.Code(sent) : [])
            .Concat(BodyRules.Offer(definition.Parts, sent))
            .Concat(CarouselRules.Of(definition.Parts, sent, values))
            .Concat(ButtonRules.Of(definition.Parts, sent, values))
            .Concat(Authentication(definition) ? ButtonRules.SameCode(sent) : []);
    }

    private static bool Authentication(TemplateDefinition definition) =>
        string.Equals(definition.Category, "AUTHENTICATION", StringComparison.OrdinalIgnoreCase);
}
