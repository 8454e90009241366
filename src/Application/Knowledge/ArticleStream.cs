using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Knowledge;

public static class ArticleStream
{
    public const string Type = "knowledge_article";

    public static StreamId Of(TenantId tenant, ArticleId article) => new(tenant, Type, article.Value);
}
