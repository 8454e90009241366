using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Hands a new template to Meta for review, once it keeps every rule that can be checked without Meta.</summary>
/// <param name="Definition">Name, language, category, parameter format and components, as Meta takes them.</param>
public sealed record CreateTemplate(Caller Caller, JsonElement Definition, CauseId Cause) : IRequest<Result<TemplateId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class CreateTemplateHandler(
    IEventStore events, IChannelCatalog channels, IWhatsAppTemplates meta, TimeProvider clock) : IRequestHandler<CreateTemplate, Result<TemplateId>>
{
    public async Task<Result<TemplateId>> Handle(CreateTemplate request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (DefinitionRules.Of(request.Definition).FirstOrDefault() is { } fault)
        {
            return Refusal.Unprocessable(fault.Code, fault.Message);
        }

        var definition = TemplateDefinition.Read(request.Definition);
        if (definition.Category == "MARKETING")
        {
            return TemplateRefusals.Marketing;
        }

        if ((await channels.List(tenant, cancellationToken)) is not [var channel, ..])
        {
            return TemplateRefusals.NoChannel;
        }

        var review = await meta.Submit(channel, request.Definition.GetRawText(), cancellationToken);
        if (review.IsRefused)
        {
            return review.Refusal;
        }

        var template = TemplateStream.For(tenant, review.Value.Id);
        var submitted = new TemplateSubmitted(
            template, definition.Name, definition.Language, channel.WabaId, review.Value.Status, review.Value.Category,
            TemplateDefinition.Keep(request.Definition), clock.GetUtcNow());
        var recorded = await events.Transact(
            TemplateStream.Of(tenant, template), Template.Decider, new TemplateCommand.Submit(submitted), request.Caller.Does(request.Cause), cancellationToken);
        return recorded.Map(_ => template);
    }
}
