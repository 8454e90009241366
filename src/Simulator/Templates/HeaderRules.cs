using System.Text.Json;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The header: the one asset that the definition asks for, or the values of its text.</summary>
internal static class HeaderRules
{
    public static IEnumerable<TemplateRefusal> Of(TemplateParts definition, SentComponents sent, TextValueRules values)
    {
        var parameters = SentComponents.Parameters(sent.Header);
        if (definition.HeaderFormat != "TEXT")
        {
            return Asset(definition.HeaderFormat.ToLowerInvariant(), parameters);
        }
        // A fixed or absent header takes no value, whatever the value is called.
        if (TemplateVariables.In(definition.HeaderText).Count == 0)
        {
            return parameters.Count == 0 ? [] : [TemplateRefusal.Count("header", parameters.Count, 0)];
        }
        return values.Check("header", definition.HeaderText, parameters, localisable: false);
    }

    private static IEnumerable<TemplateRefusal> Asset(string format, IReadOnlyList<JsonElement> parameters)
    {
        var received = parameters.Count == 1 ? parameters[0].TextAt("type")?.ToLowerInvariant() : null;
        if (received != format)
        {
            yield return new TemplateRefusal(
                "header_format_mismatch", 132012, $"header: Format mismatch, expected {format.ToUpperInvariant()}, received {received ?? "UNKNOWN"}");
            yield break;
        }
        var asset = parameters[0].ObjectAt(format);
        if (format == "location")
        {
            string[] required = ["latitude", "longitude", "name", "address"];
            if (required.FirstOrDefault(part => string.IsNullOrEmpty(asset?.At(part)?.ToString())) is { } missing)
            {
                yield return TemplateRefusal.MissingRequired($"header.location.{missing}");
            }
            yield break;
        }
        var (id, link) = (asset?.At("id"), asset?.At("link"));
        if (id is not null && link is not null)
        {
            yield return new TemplateRefusal("media_id_and_link", 100, $"header: exactly one of id and link of the {format} must be given");
        }
        if (id is null && !ContentRules.IsWebAddress(asset?.TextAt("link")))
        {
            yield return new TemplateRefusal("media_missing", 131008, $"header: the {format} has neither an id nor a valid link");
        }
    }
}
