using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Asks Meta for all templates of the firm and takes them in.</summary>
public sealed record SyncTemplates(Caller Caller, CauseId Cause) : IRequest<Result<TemplatesSynced>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SyncTemplatesHandler(TemplateMirror mirror) : IRequestHandler<SyncTemplates, Result<TemplatesSynced>>
{
    public Task<Result<TemplatesSynced>> Handle(SyncTemplates request, CancellationToken cancellationToken) =>
        mirror.Sync(request.Caller.Tenant, request.Caller.Does(request.Cause), cancellationToken);
}
