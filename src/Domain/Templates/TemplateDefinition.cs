using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>A template as Meta holds it: one language of one name.</summary>
/// <param name="Status">Meta's word; only APPROVED may be sent.</param>
/// <param name="IsNamed">Its variables have names instead of numbers.</param>
public sealed record TemplateDefinition(string Name, string Language, string Status, string Category, bool IsNamed, TemplateParts Parts)
{
    public const string Approved = "APPROVED";

    public bool IsAuthentication => TemplateWire.Same(Category, "AUTHENTICATION");

    public static TemplateDefinition Read(JsonElement template) => new(
        template.TextAt("name") ?? string.Empty,
        template.TextAt("language") ?? string.Empty,
        template.TextAt("status")?.ToUpperInvariant() ?? string.Empty,
        template.TextAt("category")?.ToUpperInvariant() ?? string.Empty,
        TemplateWire.Same(template.TextAt("parameter_format"), "NAMED"),
        TemplateParts.Read(template.ItemsAt("components")));
}
