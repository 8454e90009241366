using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Knowledge;

/// <summary>An article that answers a question, best first.</summary>
/// <param name="Body">The whole published text, to draft from.</param>
/// <param name="Excerpt">The part that answers.</param>
/// <param name="Score">Higher is nearer; comparable within one search only.</param>
public sealed record ArticleHit(ArticleId Id, string Title, string Body, string Excerpt, string PracticeArea, double Score);

/// <summary>Finds published articles that are not due for review, by what their words mean in Indonesian or English.</summary>
public interface IKnowledgeSearch
{
    /// <param name="question">In a client's or a lawyer's words; any length.</param>
    /// <param name="practiceArea">Prefers articles of this area; <c>null</c> treats all alike.</param>
    Task<IReadOnlyList<ArticleHit>> Search(
        TenantId tenant, string question, string? practiceArea, int limit, CancellationToken cancellationToken);
}
