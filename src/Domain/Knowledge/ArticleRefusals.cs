using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Knowledge;

public static class ArticleRefusals
{
    public static readonly Refusal NotWritten = Refusal.NotFound("article_not_found", "There is no such article.");

    public static readonly Refusal Retired = Refusal.Rule("article_retired", "This article is retired. Write a new one.");
}
