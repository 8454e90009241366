using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>A list message: one button that opens sections of rows.</summary>
internal static class ListRules
{
    private const int MostSections = 10;
    private const int MostRows = 10;

    public static IEnumerable<GraphError> Of(JsonElement action)
    {
        if (action.TextAt("button") is not { Length: > 0 } label || string.IsNullOrWhiteSpace(label))
        {
            yield return GraphError.Missing("action.button");
            yield break;
        }
        if (label.Length > 20)
        {
            yield return GraphError.TooLong("action.button", 20);
        }
        var sections = action.ListAt("sections");
        if (sections.Count is 0 or > MostSections)
        {
            yield return GraphError.Invalid($"A list has 1 to {MostSections} sections.");
        }
        foreach (var title in sections.Select(section => section.TextAt("title")))
        {
            if (string.IsNullOrWhiteSpace(title) && sections.Count > 1)
            {
                yield return GraphError.Missing("action.sections.title, required with more than one section");
            }
            if (title?.Length > 24)
            {
                yield return GraphError.TooLong("action.sections.title", 24);
            }
        }
        if (sections.Any(section => section.ListAt("rows").Count == 0))
        {
            yield return GraphError.Missing("action.sections.rows");
        }
        var rows = sections.SelectMany(section => section.ListAt("rows")).ToList();
        if (rows.Count > MostRows)
        {
            yield return GraphError.Invalid($"A list has at most {MostRows} rows in total.");
        }
        foreach (var problem in rows.SelectMany(Row))
        {
            yield return problem;
        }
        if (rows.Select(row => row.TextAt("id")).Distinct().Count() < rows.Count)
        {
            yield return GraphError.Invalid("Duplicated row id: ids of rows must be unique.");
        }
    }

    private static IEnumerable<GraphError> Row(JsonElement row)
    {
        foreach (var problem in InteractiveRules.Label(row, "action.sections.rows", longestId: 200, longestTitle: 24))
        {
            yield return problem;
        }
        if (row.TextAt("description")?.Length > 72)
        {
            yield return GraphError.TooLong("action.sections.rows.description", 72);
        }
    }
}
