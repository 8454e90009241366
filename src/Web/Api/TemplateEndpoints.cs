using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        var templates = app.MapApi("/templates", "Templates");
        templates.MapGet("/", List).WithName(nameof(ReadTemplates));
        templates.MapGet("/{id:guid}", Find).WithName(nameof(ReadTemplate));
        templates.MapGet("/sync", LastSync).WithName(nameof(ReadTemplateSync));
        templates.MapPost("/", Create).WithName(nameof(CreateTemplate)).RequireAuthorization(Policies.Admin)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        templates.MapPost("/{id:guid}/submit", Submit).WithName(nameof(SubmitTemplateDraft)).RequireAuthorization(Policies.Admin)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        templates.MapPost("/sync", Sync).WithName(nameof(SyncTemplates)).RequireAuthorization(Policies.Admin);
        templates.MapPost("/validate", Validate).WithName("ValidateTemplateSend");
        app.MapApi("/messages", "Messages").MapPost("/", Send).WithName("SendTemplate").RequireAuthorization(Policies.CaseWork)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<TemplateView>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        string? status = null, string? category = null, string? language = null, string? name = null)
    {
        var request = new ReadTemplates(caller, new TemplateFilter(status, category, language, name), cursor.ToPage());
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<TemplateView>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadTemplate(caller, new TemplateId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<TemplateSyncView>, ProblemHttpResult>> LastSync(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadTemplateSync(caller), cancellationToken)).ToOk();

    private static async Task<Results<Created<CreatedTemplate>, ProblemHttpResult>> Create(
        JsonElement definition, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        if (definition.ValueKind != JsonValueKind.Object)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid_request", "Send the definition: an object as Meta takes it.");
        }

        var created = await mediator.Send(new CreateTemplate(caller, definition, cause.Id), cancellationToken);
        return created.Map(id => new CreatedTemplate(id)).ToCreated(template => $"{ApiRoutes.Root}/templates/{template.TemplateId}");
    }

    private static async Task<Results<Created<CreatedTemplate>, ProblemHttpResult>> Submit(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SubmitTemplateDraft(caller, new TemplateId(id), cause.Id), cancellationToken)).Map(created => new CreatedTemplate(created))
            .ToCreated(template => $"{ApiRoutes.Root}/templates/{template.TemplateId}");

    private static async Task<Results<Ok<SyncedTemplates>, ProblemHttpResult>> Sync(
        Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SyncTemplates(caller, cause.Id), cancellationToken)).ToOk();

    private static async Task<Results<Created<RequestedMessage>, ProblemHttpResult>> Send(
        SendBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var choice = new TemplateChoice(body.Template, body.Language, body.Parameters);
        var asked = await mediator.Send(
            new ProposeTemplate(caller, new ConversationId(body.To), choice, Approve: true, cause.Id, body.SendAt), cancellationToken);
        return asked.Map(proposed => new RequestedMessage(proposed.Reply, proposed.Message, proposed.State))
            .ToCreated(message => $"{ApiRoutes.Root}/replies/{message.ReplyId}");
    }

    private static Results<Ok<ValidatedSend>, ProblemHttpResult> Validate(ValidationBody body) => body switch
    {
        { Template.ValueKind: not JsonValueKind.Object } => Problems.Of(
            StatusCodes.Status400BadRequest, "invalid_request", "Send 'template': the definition, an object as Meta returns it."),
        { Request.ValueKind: not JsonValueKind.Object } => Problems.Of(
            StatusCodes.Status400BadRequest, "invalid_request", "Send 'request': the body of the send, an object as it would go to Meta."),
        _ => TypedResults.Ok(ValidatedSend.Of(TemplateCheck.Of(TemplateDefinition.Read(body.Template), TemplateSend.Read(body.Request)))),
    };

    /// <param name="To">The conversation.</param>
    /// <param name="Language">The template's, exactly.</param>
    /// <param name="Parameters">The body's values in order, or by variable, or whole components as Meta takes them.</param>
    /// <param name="SendAt">When it shall leave, once approved; at once by default.</param>
    internal sealed record SendBody(Guid To, string Template, string Language, JsonElement? Parameters = null, DateTimeOffset? SendAt = null);

    /// <param name="State">Approved where a lawyer asked for it; proposed where a lawyer still has to.</param>
    internal sealed record RequestedMessage(ReplyId ReplyId, OutboundMessageId MessageId, ReplyState State);

    internal sealed record CreatedTemplate(TemplateId TemplateId);

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
