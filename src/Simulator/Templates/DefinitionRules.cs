using System.Text.Json;
using System.Text.RegularExpressions;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>What the platform checks by itself before a template goes to review.</summary>
internal static partial class DefinitionRules
{
    private static readonly HashSet<string> Categories = ["MARKETING", "UTILITY", "AUTHENTICATION"];
    private static readonly HashSet<string> HeaderFormats = ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"];

    public static IEnumerable<GraphError> Of(JsonElement definition)
    {
        if (definition.TextAt("name") is not { } name || !Name().IsMatch(name))
        {
            yield return GraphError.Unsupported("Param name must be 1 to 512 lower-case letters, digits and underscores");
        }
        if (definition.TextAt("language") is not { } language || !Language().IsMatch(language))
        {
            yield return GraphError.Unsupported("Param language must be a supported language code such as id or en_US");
        }
        if (!Categories.Contains(definition.TextAt("category")?.ToUpperInvariant() ?? ""))
        {
            yield return GraphError.Unsupported("Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}");
        }
        var parts = new TemplateParts(definition.ListAt("components"));
        foreach (var problem in Texts(parts).Concat(Body(parts.BodyText)).Concat(Buttons(parts.Buttons)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<GraphError> Texts(TemplateParts parts)
    {
        if (parts.BodyText.Length == 0)
        {
            yield return GraphError.Unsupported("A component of type BODY with text is required");
        }
        foreach (var (part, text, most) in new[] { ("HEADER", parts.HeaderText, 60), ("BODY", parts.BodyText, 1024), ("FOOTER", parts.FooterText, 60) })
        {
            if (text.Length > most)
            {
                yield return new GraphError(100, $"The {part} text is longer than {most} characters", 2388040);
            }
        }
        if (!HeaderFormats.Contains(parts.HeaderFormat))
        {
            yield return new GraphError(100, $"Header format {parts.HeaderFormat} is not supported", 2388047);
        }
        if (TemplateVariables.In(parts.HeaderText).Count > 1)
        {
            yield return new GraphError(100, "A header has at most one variable", 2388047);
        }
        if (TemplateVariables.In(parts.FooterText).Count > 0)
        {
            yield return new GraphError(100, "A footer has no variables", 2388073);
        }
    }

    private static IEnumerable<GraphError> Body(string text)
    {
        var variables = TemplateVariables.In(text);
        if (EdgeVariable().IsMatch(text))
        {
            yield return new GraphError(100, "Variables must not stand at the start or the end of the body", 2388299);
        }
        if (TouchingVariables().IsMatch(text))
        {
            yield return new GraphError(100, "Two variables must have text between them", 2388072);
        }
        var numbered = variables.Count > 0 && variables.All(name => int.TryParse(name, out _));
        if (numbered && !variables.Select((name, index) => int.Parse(name, null) == index + 1).All(inOrder => inOrder))
        {
            yield return new GraphError(100, "Variables must be numbered from 1 without gaps", 2388072);
        }
    }

    private static IEnumerable<GraphError> Buttons(IReadOnlyList<JsonElement> buttons)
    {
        var kinds = buttons.Select(button => button.TextAt("type")?.ToUpperInvariant() ?? "").ToList();
        if (buttons.Count > 10 || kinds.Count(kind => kind == "URL") > 2 || kinds.Count(kind => kind == "PHONE_NUMBER") > 1
            || kinds.Count(kind => kind == "COPY_CODE") > 1)
        {
            yield return GraphError.Unsupported("Too many buttons: 10 in total, 2 URL, 1 PHONE_NUMBER, 1 COPY_CODE");
        }
        if (buttons.Any(button => button.TextAt("text")?.Length > 25))
        {
            yield return new GraphError(100, "A button's label is longer than 25 characters", 2388040);
        }
        // Quick replies form one block, before or after all other kinds.
        var quick = kinds.Select(kind => kind == "QUICK_REPLY").ToList();
        if (quick.Zip(quick.Skip(1)).Count(neighbours => neighbours.First != neighbours.Second) > 1)
        {
            yield return GraphError.Unsupported("Quick replies must stand together, before or after all other buttons");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_]{1,512}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z]{2,3}(_[A-Za-z]{2,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"\A\s*\{\{[^}]*\}\}|\{\{[^}]*\}\}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex EdgeVariable();

    [GeneratedRegex(@"\}\}\s*\{\{", RegexOptions.CultureInvariant)]
    private static partial Regex TouchingVariables();
}
