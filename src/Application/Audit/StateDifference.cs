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
            case (JsonObject one, JsonObject other) when !IsPersonal(one) && !IsPersonal(other):
                foreach (var name in one.Select(member => member.Key).Union(other.Select(member => member.Key)))
                {
                    Compare(Join(field, JsonNamingPolicy.CamelCase.ConvertName(name)), one[name], other[name], changes);
                }

                break;
            case (JsonArray one, JsonArray other):
                for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
                {
                    Compare(Join(field, (i + 1).ToString(CultureInfo.InvariantCulture)), i < one.Count ? one[i] : null, i < other.Count ? other[i] : null, changes);
                }

                break;
            default:
                changes.Add(new FieldChange(field, Show(before), Show(after)));
                break;
        }
    }

    private static bool IsPersonal(JsonObject value) => value.ContainsKey(IStateFold.SealedMark);

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
