using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>GET and POST /{version}/{waba-id}/message_templates, and the test's way to put a template into any status.</summary>
internal static class TemplateEndpoints
{
    private const int DefaultPage = 25;
    private const int LargestPage = 100;

    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/{GraphAnswer.Version}/{{wabaId}}/message_templates", List);
        app.MapPost($"/{GraphAnswer.Version}/{{wabaId}}/message_templates", Create);
        app.MapPost("/simulator/templates", Put);
    }

    private static IResult List(string version, string wabaId, HttpRequest request, GraphAccess access, TemplateStore templates)
    {
        var (channel, refusal) = access.ToAccount(request, wabaId);
        if (channel is null)
        {
            return GraphAnswer.Of(refusal!);
        }
        var matching = templates.Of(wabaId).Where(template =>
            Asked(request, "name", template.Name) && Asked(request, "status", template.Status)
            && Asked(request, "language", template.Language) && Asked(request, "category", template.Category)).ToList();
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, LargestPage)
            : DefaultPage;
        if (!TryStart(request, matching, limit, out var start))
        {
            return GraphAnswer.Of(GraphError.Unsupported("The cursor is not valid."));
        }
        var page = matching.Skip(start).Take(limit).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. page.Select(template => JsonNode.Parse(template.Json.GetRawText()))]) };
        if (page.Count > 0)
        {
            var paging = new JsonObject
            {
                ["cursors"] = new JsonObject { ["before"] = Cursor(page[0]), ["after"] = Cursor(page[^1]) },
            };
            if (start + page.Count < matching.Count)
            {
                var next = Uri.EscapeDataString(Cursor(page[^1]));
                paging["next"] = $"{request.Scheme}://{request.Host}/{version}/{wabaId}/message_templates?limit={limit}&after={next}";
            }
            answer["paging"] = paging;
        }
        return GraphAnswer.Of(answer);
    }

    private static bool Asked(HttpRequest request, string filter, string value) =>
        request.Query[filter].ToString() is not { Length: > 0 } wanted || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    private static string Cursor(TemplateDefinition template) => Convert.ToBase64String(Encoding.ASCII.GetBytes(template.Id));

    private static bool TryStart(HttpRequest request, List<TemplateDefinition> templates, int limit, out int start)
    {
        var (after, before) = (request.Query["after"].ToString(), request.Query["before"].ToString());
        start = 0;
        if (after.Length > 0)
        {
            start = templates.FindIndex(template => Cursor(template) == after) + 1;
            return start > 0;
        }
        if (before.Length > 0)
        {
            var end = templates.FindIndex(template => Cursor(template) == before);
            start = Math.Max(0, end - limit);
            return end >= 0;
        }
        return true;
    }

    private static async Task<IResult> Create(
        string wabaId, HttpRequest request, GraphAccess access, TemplateStore templates, TemplateReview review, CancellationToken cancellationToken)
    {
        var (channel, refusal) = access.ToAccount(request, wabaId);
        if (channel is null)
        {
            return GraphAnswer.Of(refusal!);
        }
        if (await request.ReadObject(cancellationToken) is not { } body)
        {
            return GraphAnswer.Of(GraphError.Unsupported("The request body is no JSON object."));
        }
        if (DefinitionRules.Of(body).FirstOrDefault() is { } problem)
        {
            return GraphAnswer.Of(problem);
        }
        var template = Complete(wabaId, body, "PENDING");
        if (templates.Find(wabaId, template.Name, template.Language) is not null)
        {
            return GraphAnswer.Of(new GraphError(100, "There is already content in this language for this template.", 2388024));
        }
        review.Submit(template);
        return GraphAnswer.Of(new JsonObject { ["id"] = template.Id, ["status"] = template.Status, ["category"] = template.Category });
    }

    private static async Task<IResult> Put(HttpRequest request, ChannelDirectory channels, TemplateReview review, CancellationToken cancellationToken)
    {
        if (channels.First is not { } first)
        {
            return NoChannelYet.Answer;
        }
        if (await request.ReadObject(cancellationToken) is not { } body || body.TextAt("name") is null || body.TextAt("language") is null)
        {
            return TypedResults.Problem("A template definition needs name and language.", statusCode: StatusCodes.Status400BadRequest);
        }
        var template = Complete(body.TextAt("wabaId") ?? first.WabaId, body, body.TextAt("status") ?? "APPROVED");
        review.Put(template);
        return GraphAnswer.Of(JsonNode.Parse(template.Json.GetRawText())!);
    }

    private static TemplateDefinition Complete(string wabaId, JsonElement body, string status)
    {
        var (name, language) = (body.TextAt("name")!, body.TextAt("language")!);
        var definition = JsonNode.Parse(body.GetRawText())!.AsObject();
        definition.Remove("wabaId");
        definition["status"] = status;
        definition["category"] = (body.TextAt("category") ?? "UTILITY").ToUpperInvariant();
        definition["parameter_format"] = (body.TextAt("parameter_format") ?? "POSITIONAL").ToUpperInvariant();
        definition["id"] = body.At("id")?.ToString() ?? TemplateId.Of(wabaId, name, language);
        return new TemplateDefinition(wabaId, JsonSerializer.SerializeToElement(definition));
    }
}
