using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Knowledge;

public sealed record ReadArticles(Caller Caller, PageRequest Page) : IRequest<Result<Page<KnowledgeArticle>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadArticlesHandler(IViews views) : IRequestHandler<ReadArticles, Result<Page<KnowledgeArticle>>>
{
    public async Task<Result<Page<KnowledgeArticle>>> Handle(ReadArticles request, CancellationToken cancellationToken) =>
        await views.List<KnowledgeArticle>(request.Caller.Tenant, [], request.Page, cancellationToken);
}
