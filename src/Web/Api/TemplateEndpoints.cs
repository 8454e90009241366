using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Templates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        var templates = app.MapApi("/templates", "Templates");
        templates.MapPost("/validate", Validate).WithName("ValidateTemplateSend");
    }

    private static Results<Ok<ValidatedSend>, ProblemHttpResult> Validate(ValidationBody body) => body switch
    {
        { Template.ValueKind: not JsonValueKind.Object } => Problems.Of(
            StatusCodes.Status400BadRequest, "invalid_request", "Send 'template': the definition, an object as Meta returns it."),
        { Request.ValueKind: not JsonValueKind.Object } => Problems.Of(
            StatusCodes.Status400BadRequest, "invalid_request", "Send 'request': the body of the send, an object as it would go to Meta."),
        _ => TypedResults.Ok(ValidatedSend.Of(TemplateCheck.Of(TemplateDefinition.Read(body.Template), TemplateSend.Read(body.Request)))),
    };

    /// <param name="Template">A definition as <c>GET /{waba-id}/message_templates</c> returns it.</param>
    /// <param name="Request">The whole body that would be posted.</param>
    internal sealed record ValidationBody(JsonElement Template, JsonElement Request);

    /// <param name="Verdict"><c>valid</c> or <c>invalid</c>.</param>
    /// <param name="Reason"><c>ok</c>, or the first rule that is broken.</param>
    /// <param name="MetaCode">What Meta would answer; none where the rule is the hub's own.</param>
    /// <param name="Path">Where in the request.</param>
    internal sealed record ValidatedSend(
        string Verdict, string Reason, [property: JsonPropertyName("meta_code")] int? MetaCode, string? Path, string? Explanation)
    {
        public static ValidatedSend Of(TemplateFault? fault) => fault is null
            ? new ValidatedSend("valid", "ok", MetaCode: null, Path: null, Explanation: null)
            : new ValidatedSend("invalid", fault.Reason, fault.MetaCode, fault.Path, fault.Explanation);
    }
}
