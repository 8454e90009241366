using System.Collections.Immutable;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Knowledge;

public enum ArticleState
{
    Draft,
    Published,
}

/// <summary>One article on the knowledge page: its newest words, and what of it is in use.</summary>
/// <param name="InUse">The published words, which alone are searched and cited; behind the newest ones while a revision is drafted.</param>
/// <param name="ReviewOn">From this day on it is no longer cited.</param>
public sealed record KnowledgeArticle(
    ArticleId Id,
    string Title,
    string Body,
    string Language,
    string PracticeArea,
    ImmutableArray<string> Sources,
    ArticleState State,
    int Version,
    StaffId Owner,
    ArticleInUse? InUse,
    DateOnly? ReviewOn,
    DateTimeOffset UpdatedAt);

/// <summary>The words of the published version.</summary>
public sealed record ArticleInUse(int Version, string Title, string Body);

internal sealed class KnowledgeArticleProjection : Projection<KnowledgeArticle>
{
    public override string Name => "knowledge_article";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is ArticleEvent e ? [new DocumentKey(e.Article.Value)] : [];

    public override KnowledgeArticle? Evolve(DocumentKey key, KnowledgeArticle? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, ArticleDrafted e) => new KnowledgeArticle(
            e.Article, e.Title, e.Body, e.Language, e.PracticeArea, e.Sources, ArticleState.Draft, e.Version, e.Owner,
            view?.InUse, view?.ReviewOn, envelope.At),
        (not null, ArticlePublished e) => view with
        {
            State = ArticleState.Published,
            Owner = e.Owner,
            InUse = new ArticleInUse(e.Version, view.Title, view.Body),
            ReviewOn = e.ReviewOn,
            UpdatedAt = envelope.At,
        },
        (_, ArticleRetired) => null,
        _ => view,
    };

    public override string SortKey(KnowledgeArticle view) => view.Title;

    public override IEnumerable<string> Tags(KnowledgeArticle view) => [$"practiceArea:{view.PracticeArea}", $"language:{view.Language}"];
}
