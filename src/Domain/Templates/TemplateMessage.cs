using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>A template filled for one client: what goes to Meta, and what the client will read.</summary>
/// <param name="Components">As they go to Meta, JSON.</param>
public sealed record TemplateMessage(TemplateId Template, string Name, string Language, string Components)
{
    /// <summary>The first rule that it breaks as things stand, or <c>null</c>.</summary>
    /// <param name="template">What is known of the template now.</param>
    /// <param name="byPhone">The client is reached by number, not by user id.</param>
    public TemplateFault? Against(Template template, bool byPhone)
    {
        if (template is not Template.Known known || known.ToDefinition() is not { } definition)
        {
            return TemplateFaults.NotFound(Name, Language);
        }

        return known.IsMarketing ? TemplateFaults.Marketing : TemplateCheck.Of(definition, ToSend(byPhone));
    }

    /// <summary>Header, body and footer with the values in their places.</summary>
    public string ShownBy(TemplateDefinition definition)
    {
        var sent = ToSend(byPhone: true).Components;
        string[] parts =
        [
            definition.Parts.Header.Hydrate(sent.Header.Parameters), definition.Parts.Body.Hydrate(sent.Body.Parameters), definition.Parts.Footer.Text,
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    /// <summary>What was filled in, and so written by somebody.</summary>
    public IEnumerable<string> Values() => ToSend(byPhone: true).Components.All.SelectMany(component => component.Parameters).Select(value => value.Shown).OfType<string>();

    private TemplateSend ToSend(bool byPhone)
    {
        using var components = JsonDocument.Parse(Components);
        // Who it is to is not known here and need not be: only whether there is a number.
        return new TemplateSend(
            "whatsapp", byPhone ? "to" : null, byPhone ? null : "recipient", "template", Name, Language,
            SentComponents.Read("template.components", components.RootElement.ValueKind == JsonValueKind.Array ? components.RootElement.EnumerateArray() : []));
    }
}
