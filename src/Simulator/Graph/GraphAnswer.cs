using System.Text.Json.Nodes;

namespace Lawyers.Hub.Simulator.Graph;

internal static class GraphAnswer
{
    /// <summary>Any version, as in v22.0; everything else is not part of the Graph API.</summary>
    public const string Version = "{version:regex(^v\\d+\\.\\d+$)}";

    public static IResult Of(GraphError error) => Results.Content(error.ToJson().ToJsonString(), "application/json", statusCode: error.HttpStatus);

    public static IResult Of(JsonNode node) => Results.Content(node.ToJsonString(), "application/json");

    public static IResult Success => Of(new JsonObject { ["success"] = true });
}
