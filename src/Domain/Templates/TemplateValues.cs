using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>
/// Values as people and scripts give them, made into the components of a send. Three ways: a list is the body's values in order, an object
/// gives the body's values by variable, and a list of components goes to Meta as it is.
/// </summary>
public static class TemplateValues
{
    /// <returns>Components as JSON; whether they fit is for <see cref="TemplateCheck"/> to say.</returns>
    public static string ToComponents(JsonElement? parameters, TemplateDefinition definition) => parameters switch
    {
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().Any(IsComponent) => list.GetRawText(),
        { ValueKind: JsonValueKind.Array } list => Body(list.EnumerateArray().Select((value, place) => (Name(definition, place), Text(value)))),
        { ValueKind: JsonValueKind.Object } byName => Body(Ordered(byName, definition)),
        _ => "[]",
    };

    private static bool IsComponent(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TextAt("type") is not null;

    // A positional template knows values by place alone, whatever the order in which they were named.
    private static IEnumerable<(string? Name, string? Value)> Ordered(JsonElement byName, TemplateDefinition definition)
    {
        var given = byName.EnumerateObject().Select(member => (Name: (string?)member.Name, Value: Text(member.Value)));
        return definition.IsNamed
            ? given
            : given.OrderBy(value => int.TryParse(value.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue)
                .Select(value => ((string?)null, value.Value));
    }

    private static string? Name(TemplateDefinition definition, int place) =>
        definition.IsNamed && place < definition.Parts.Body.Variables.Length ? definition.Parts.Body.Variables[place] : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Body(IEnumerable<(string? Name, string? Value)> values)
    {
        var parameters = new JsonArray([.. values.Select(value =>
        {
            var parameter = new JsonObject { ["type"] = "text", ["text"] = value.Value };
            if (value.Name is { } name)
            {
                parameter["parameter_name"] = name;
            }

            return parameter;
        })]);
        return parameters.Count == 0 ? "[]" : new JsonArray(new JsonObject { ["type"] = "body", ["parameters"] = parameters }).ToJsonString();
    }
}
