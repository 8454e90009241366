using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The values for the variables of one text: named or positional, as many as there are variables, each of an allowed type.</summary>
internal sealed record TextValueRules(bool Named)
{
    private const string FourSpaces = "    ";

    public IEnumerable<TemplateRefusal> Check(string where, string text, IReadOnlyList<JsonElement> parameters, bool localisable)
    {
        var variables = TemplateVariables.In(text);
        if (Named)
        {
            if (parameters.Any(parameter => parameter.TextAt("parameter_name") is not { Length: > 0 }))
            {
                yield return new TemplateRefusal("param_name_missing", 100, "Parameter name is missing or empty");
            }
            var unknown = parameters.Select(parameter => parameter.TextAt("parameter_name")).FirstOrDefault(name => !variables.Contains(name));
            if (unknown is not null)
            {
                yield return new TemplateRefusal("param_name_unknown", 132000, $"{where}: {unknown} is no variable of this component");
            }
        }
        var repeated = Named && parameters.Select(parameter => parameter.TextAt("parameter_name")).Distinct().Count() < parameters.Count;
        if (parameters.Count != variables.Count || repeated)
        {
            yield return TemplateRefusal.Count(where, parameters.Count, variables.Count);
        }
        foreach (var problem in parameters.SelectMany(parameter => Value(where, parameter, localisable && !Named)))
        {
            yield return problem;
        }
    }

    /// <summary>The text with the values in their places.</summary>
    public static string Hydrate(string text, IReadOnlyList<JsonElement> parameters)
    {
        var variables = TemplateVariables.In(text);
        var values = new Dictionary<string, string>();
        for (var position = 0; position < parameters.Count; position++)
        {
            var name = parameters[position].TextAt("parameter_name") ?? (position < variables.Count ? variables[position] : null);
            if (name is not null)
            {
                values[name] = TextOf(parameters[position]) ?? "";
            }
        }
        return TemplateVariables.Fill(text, values);
    }

    private static string? TextOf(JsonElement parameter) => parameter.TextAt("type")?.ToLowerInvariant() switch
    {
        "currency" => parameter.ObjectAt("currency")?.TextAt("fallback_value"),
        "date_time" => parameter.ObjectAt("date_time")?.TextAt("fallback_value"),
        _ => parameter.TextAt("text"),
    };

    private static IEnumerable<TemplateRefusal> Value(string where, JsonElement parameter, bool localisable)
    {
        var type = parameter.TextAt("type")?.ToLowerInvariant();
        if (type != "text" && !(localisable && type is ("currency" or "date_time")))
        {
            yield return new TemplateRefusal("param_type_mismatch", 132012, $"{where}: a parameter of type {type ?? "(none)"} is not allowed here");
        }
        var text = TextOf(parameter);
        if (string.IsNullOrEmpty(text))
        {
            yield return new TemplateRefusal("text_empty", 131008, $"{where}: a parameter has no text");
        }
        else if (text.AsSpan().ContainsAny('\r', '\n', '\t') || text.Contains(FourSpaces + " ", StringComparison.Ordinal))
        {
            yield return new TemplateRefusal(
                "text_forbidden_whitespace", 132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
    }
}
