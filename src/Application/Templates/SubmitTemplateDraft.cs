using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Hands a draft to Meta for review, as a template that the firm has written itself.</summary>
public sealed record SubmitTemplateDraft(Caller Caller, TemplateId Template, CauseId Cause) : IRequest<Result<TemplateId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SubmitTemplateDraftHandler(IEventStore events, CreateTemplateHandler create, TimeProvider clock)
    : IRequestHandler<SubmitTemplateDraft, Result<TemplateId>>
{
    public async Task<Result<TemplateId>> Handle(SubmitTemplateDraft request, CancellationToken cancellationToken)
    {
        var (caller, stream) = (request.Caller, TemplateStream.Of(request.Caller.Tenant, request.Template));
        switch (await events.Present(stream, Template.Decider, cancellationToken))
        {
            case Template.Known { Status.Value: Template.Drafted, Definition: { } kept } draft:
                var definition = JsonNode.Parse(kept)!.AsObject();
                definition["name"] = draft.Name;
                definition["language"] = draft.Language;
                definition["category"] = draft.Category.Value;
                var created = await create.Handle(
                    new CreateTemplate(caller, JsonSerializer.SerializeToElement(definition), request.Cause), cancellationToken);
                if (created.IsRefused)
                {
                    return created;
                }

                var handedIn = await events.Transact(
                    stream, Template.Decider, new TemplateCommand.HandIn(created.Value, clock.GetUtcNow()), caller.Does(request.Cause), cancellationToken);
                return handedIn.Map(_ => created.Value);
            case Template.Known:
                return TemplateRefusals.NotDraft;
            default:
                return TemplateRefusals.NotFound;
        }
    }
}
