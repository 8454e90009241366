using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Application.Audit;

/// <summary>What lies between two states, field by field. That a personal value changed is seen; neither of its values is.</summary>
internal static class StateDifference
{
    public static IReadOnlyList<FieldChange> Between(JsonObject before, JsonObject after)
    {
        var changes = new List<FieldChange>();
        Compare(string.Empty, before, after, changes);
        return changes;
    }

    /// <summary>Member names as the API has them, personal values as nothing but sealed.</summary>
    public static JsonObject Sealed(JsonObject state) => (JsonObject)Show(state)!;

    private static void Compare(string field, JsonNode? before, JsonNode? after, List<FieldChange> changes)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject or null, JsonObject or null) when !IsPersonal(before) && !IsPersonal(after):
                Compare(field, before as JsonObject ?? [], after as JsonObject ?? [], changes);
                break;
            case (JsonArray or null, JsonArray or null):
                Compare(field, before as JsonArray ?? [], after as JsonArray ?? [], changes);
                break;
            default:
                changes.Add(new FieldChange(field, Show(before), Show(after)));
                break;
        }
    }

    // What comes or goes as a whole is told member by member too: each line is one name and one value.
    private static void Compare(string field, JsonObject before, JsonObject after, List<FieldChange> changes)
    {
        foreach (var name in before.Select(member => member.Key).Union(after.Select(member => member.Key)))
        {
            Compare(Join(field, JsonNamingPolicy.CamelCase.ConvertName(name)), before[name], after[name], changes);
        }
    }

    private static void Compare(string field, JsonArray before, JsonArray after, List<FieldChange> changes)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            Compare(
                Join(field, (i + 1).ToString(CultureInfo.InvariantCulture)), i < before.Count ? before[i] : null, i < after.Count ? after[i] : null, changes);
        }
    }

    private static bool IsPersonal(JsonNode? value) => value is JsonObject members && members.ContainsKey(IStateFold.SealedMark);

    private static JsonNode? Show(JsonNode? value) => value switch
    {
        JsonObject personal when IsPersonal(personal) => new JsonObject { ["sealed"] = true },
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), Show(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Show)]),
        _ => value?.DeepClone(),
    };

    private static string Join(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
}
