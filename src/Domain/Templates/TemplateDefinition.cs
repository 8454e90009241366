using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Audit;

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

    /// <summary>What was kept of a definition, with how the template stands.</summary>
    public static TemplateDefinition Of(string name, string language, string status, string category, string kept)
    {
        using var json = JsonDocument.Parse(kept);
        return Read(json.RootElement) with { Name = name, Language = language, Status = status, Category = category };
    }

    /// <summary>
    /// The part of a definition that makes a version of it, as canonical JSON. Meta's links to sample media are left out: they are
    /// signed anew whenever they are asked for.
    /// </summary>
    public static string Keep(JsonElement template)
    {
        var kept = new JsonObject();
        foreach (var name in new[] { "parameter_format", "components", "message_send_ttl_seconds" })
        {
            if (template.At(name) is { } part)
            {
                kept[name] = WithoutSampleMedia(JsonNode.Parse(part.GetRawText()));
            }
        }

        return Encoding.UTF8.GetString(CanonicalJson.Of(kept.ToJsonString()));
    }

    private static JsonNode? WithoutSampleMedia(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            members.Remove("header_handle");
        }

        foreach (var child in node switch { JsonObject all => [.. all.Select(member => member.Value)], JsonArray all => [.. all], _ => Array.Empty<JsonNode?>() })
        {
            WithoutSampleMedia(child);
        }

        return node;
    }
}
