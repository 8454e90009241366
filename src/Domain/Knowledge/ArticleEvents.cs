using System.Collections.Immutable;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Knowledge;

/// <summary>What became of an article.</summary>
public abstract record ArticleEvent(ArticleId Article) : IDomainEvent;

/// <summary>A new version of the words; what was published before stays in use until this one is.</summary>
public sealed record ArticleDrafted(
    ArticleId Article, int Version, string Title, string Body, string Language, string PracticeArea, ImmutableArray<string> Sources, StaffId Owner)
    : ArticleEvent(Article);

/// <summary>Replies may be drafted from this version.</summary>
/// <param name="ReviewOn">From this day on the article is overdue for review and no longer cited.</param>
public sealed record ArticlePublished(ArticleId Article, int Version, StaffId Owner, DateOnly ReviewOn) : ArticleEvent(Article);

/// <summary>The article is cited no more.</summary>
public sealed record ArticleRetired(ArticleId Article) : ArticleEvent(Article);
