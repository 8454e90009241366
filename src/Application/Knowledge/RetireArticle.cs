using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Knowledge;

/// <summary>Takes an article out of use; what was cited before stays explainable, since nothing is deleted.</summary>
public sealed record RetireArticle(Caller Caller, ArticleId Article, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class RetireArticleHandler(IEventStore events) : IRequestHandler<RetireArticle, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(RetireArticle request, CancellationToken cancellationToken)
    {
        var retired = await events.Transact(
            ArticleStream.Of(request.Caller.Tenant, request.Article), Article.Decider, new ArticleCommand.Retire(),
            request.Caller.Does(request.Cause), cancellationToken);
        return retired.Map(_ => default(Nothing));
    }
}
