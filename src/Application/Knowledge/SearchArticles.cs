using FluentValidation;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Knowledge;

public sealed record SearchArticles(Caller Caller, string Question, int Limit) : IRequest<Result<Page<ArticleHit>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class SearchArticlesValidator : AbstractValidator<SearchArticles>
{
    public SearchArticlesValidator() => RuleFor(request => request.Question).NotEmpty().MaximumLength(4_000).WithName("q");
}

internal sealed class SearchArticlesHandler(IKnowledgeSearch knowledge) : IRequestHandler<SearchArticles, Result<Page<ArticleHit>>>
{
    public async Task<Result<Page<ArticleHit>>> Handle(SearchArticles request, CancellationToken cancellationToken) =>
        new Page<ArticleHit>(
            await knowledge.Search(request.Caller.Tenant, request.Question, practiceArea: null, request.Limit, cancellationToken), Next: null);
}
