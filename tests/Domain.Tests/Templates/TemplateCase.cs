using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Domain.Tests.Templates;

/// <summary>Sends with their definitions and what is to be said of them; the simulator is held to the same ones.</summary>
internal sealed record TemplateCase(JsonObject Template, JsonObject Request, JsonElement Expected)
{
    public static readonly IReadOnlyDictionary<string, TemplateCase> All = Read();

    private static Dictionary<string, TemplateCase> Read()
    {
        using var file = typeof(TemplateCase).Assembly.GetManifestResourceStream("template-cases.json")!;
        return JsonNode.Parse(file)!["cases"]!.AsArray().ToDictionary(
            one => one!["id"]!.GetValue<string>(),
            one => new TemplateCase(
                one!["template"]!.DeepClone().AsObject(), one["request"]!.DeepClone().AsObject(), JsonSerializer.SerializeToElement(one["expected"])));
    }
}
