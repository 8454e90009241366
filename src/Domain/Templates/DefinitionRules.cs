using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>
/// What a definition must keep before a person at Meta looks at it. Meta answers with a number, and counts every attempt against the
/// account's limit; here it is told in words and for free.
/// </summary>
public static partial class DefinitionRules
{
    private static readonly string[] Categories = ["UTILITY", "AUTHENTICATION", "MARKETING"];
    private static readonly string[] HeaderFormats = ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"];
    private static readonly string[] Singles = ["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"];

    /// <returns>Every fault, the general ones first; empty where Meta may look at it.</returns>
    public static IEnumerable<DefinitionFault> Of(JsonElement definition)
    {
        var read = TemplateDefinition.Read(definition);
        return Names(read, definition)
            .Concat(Components(definition))
            .Concat(Parts(read, read.Parts.Offer is null ? 1024 : 600))
            .Concat(Offer(read.Parts))
            .Concat(ButtonSetRule.Of(read.Parts.Buttons))
            .Concat(CarouselSetRule.Of(read));
    }

    internal static IEnumerable<DefinitionFault> Parts(TemplateDefinition definition, int longestBody)
    {
        var parts = definition.Parts;
        if (parts.Body.Text.Length == 0 && !definition.IsAuthentication)
        {
            yield return new("body_missing", "Write the body: every template has one.");
        }

        foreach (var (part, text, most) in new[] { ("header", parts.Header, 60), ("body", parts.Body, longestBody), ("footer", parts.Footer, 60) })
        {
            if (text.Text.Length > most)
            {
                yield return new($"{part}_too_long", $"The {part} has at most {most} characters here; this one has {text.Text.Length}.");
            }

            foreach (var fault in VariableRule.Of(part, text, definition.IsNamed))
            {
                yield return fault;
            }
        }

        if (!HeaderFormats.Contains(parts.HeaderFormat))
        {
            yield return new("header_format_unknown", $"A header is {string.Join(", ", HeaderFormats)}; not {parts.HeaderFormat}.");
        }

        if (parts.Header.Variables.Length > 1)
        {
            yield return new("header_variables", "A header has at most one variable.");
        }

        if (parts.Footer.Variables.Length > 0)
        {
            yield return new("footer_variables", "A footer has no variables.");
        }

        if (VariableRule.StandsAtAnEnd(parts.Body.Text))
        {
            yield return new("variable_at_the_end", "Meta takes no body that begins or ends with a variable; put words around it.");
        }
    }

    private static IEnumerable<DefinitionFault> Names(TemplateDefinition definition, JsonElement json)
    {
        if (!Name().IsMatch(definition.Name))
        {
            yield return new("name_invalid", "A name has 1 to 512 small letters, digits and underscores.");
        }

        if (!Language().IsMatch(definition.Language))
        {
            yield return new("language_invalid", "The language is a code such as id, en or en_US.");
        }

        if (!Categories.Contains(definition.Category))
        {
            yield return new("category_unknown", $"The category is one of {string.Join(", ", Categories)}.");
        }

        var (least, most) = definition.Category switch { "AUTHENTICATION" => (30, 900), "UTILITY" => (30, 43_200), _ => (43_200, 2_592_000) };
        if (json.At("message_send_ttl_seconds") is not null
            && !(int.TryParse(json.ScalarAt("message_send_ttl_seconds"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
                && (seconds == -1 || (seconds >= least && seconds <= most))))
        {
            yield return new("ttl_out_of_range", $"A {definition.Category} template may wait {least} to {most} seconds for its delivery, or -1.");
        }
    }

    private static IEnumerable<DefinitionFault> Components(JsonElement definition)
    {
        var types = definition.ItemsAt("components").Select(component => component.TextAt("type")?.ToUpperInvariant() ?? "(none)").ToArray();
        foreach (var unknown in types.Except(Singles))
        {
            yield return new("component_unknown", $"{unknown} is no component of a template.");
        }

        foreach (var twice in types.GroupBy(type => type).Where(group => group.Count() > 1))
        {
            yield return new("component_twice", $"{twice.Key} stands there {twice.Count()} times; once is right.");
        }
    }

    private static IEnumerable<DefinitionFault> Offer(TemplateParts parts)
    {
        if (parts.Offer is null)
        {
            yield break;
        }

        if (parts.Offer.Length > 16)
        {
            yield return new("offer_too_long", "The words of a limited-time offer have at most 16 characters.");
        }

        if (parts.Footer.Text.Length > 0)
        {
            yield return new("offer_with_footer", "A limited-time offer has no footer.");
        }

        if (parts.Buttons.Length > 0 && parts.Buttons is not ([{ Kind: "url" }] or [{ Kind: "copy_code" }, { Kind: "url" }]))
        {
            yield return new("offer_buttons", "A limited-time offer has the copy-code button first and the link second.");
        }
    }

    [GeneratedRegex("^[a-z0-9_]{1,512}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]{2,3}(_[A-Z]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
