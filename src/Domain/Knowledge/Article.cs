using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Knowledge;

/// <summary>A text about the law that drafts may cite: only once a lawyer published it, and only until it is due for review.</summary>
public abstract record Article
{
    public static readonly Decider<Article, ArticleCommand, ArticleEvent> Decider = new(new Absent(), Decide, Evolve);

    private const int YearsUntilReview = 1;

    private Article()
    {
    }

    public static Result<ArticleEvent[]> Decide(Article article, ArticleCommand command) => (article, command) switch
    {
        (Absent, ArticleCommand.Write c) => Drafted(c, version: 1),
        (Draft d, ArticleCommand.Write c) => d.Text == c.Text ? Record() : Drafted(c, d.Version + 1),
        (Published p, ArticleCommand.Write c) => p.Text == c.Text ? Record() : Drafted(c, p.Version + 1),
        (Draft d, ArticleCommand.Publish c) => Record(new ArticlePublished(d.Id, d.Version, c.By, c.Today.AddYears(YearsUntilReview))),
        (Published p, ArticleCommand.Publish c) when c.Today >= p.ReviewOn =>
            Record(new ArticlePublished(p.Id, p.Version, c.By, c.Today.AddYears(YearsUntilReview))), // reviewed, unchanged
        (Published, ArticleCommand.Publish) => Record(),
        (Draft d, ArticleCommand.Retire) => Record(new ArticleRetired(d.Id)),
        (Published p, ArticleCommand.Retire) => Record(new ArticleRetired(p.Id)),
        (Retired, ArticleCommand.Retire) => Record(),
        (Retired, _) => ArticleRefusals.Retired,
        (Absent, _) => ArticleRefusals.NotWritten,
        _ => throw new UnreachableException($"{command.GetType().Name} on {article.GetType().Name}"),
    };

    public static Article Evolve(Article article, ArticleEvent @event) => (article, @event) switch
    {
        (_, ArticleDrafted e) => new Draft(e.Article, e.Version, new ArticleText(e.Title, e.Body, e.Language, e.PracticeArea, e.Sources)),
        (Draft d, ArticlePublished e) => new Published(d.Id, d.Version, d.Text, e.ReviewOn),
        (Published p, ArticlePublished e) => p with { ReviewOn = e.ReviewOn },
        (_, ArticleRetired e) => new Retired(e.Article),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {article.GetType().Name}"),
    };

    private static Result<ArticleEvent[]> Drafted(ArticleCommand.Write c, int version) => Record(new ArticleDrafted(
        c.Article, version, c.Text.Title, c.Text.Body, c.Text.Language, c.Text.PracticeArea, c.Text.Sources, c.By));

    private static Result<ArticleEvent[]> Record(params ArticleEvent[] events) => events;

    public sealed record Absent : Article;

    public sealed record Draft(ArticleId Id, int Version, ArticleText Text) : Article;

    public sealed record Published(ArticleId Id, int Version, ArticleText Text, DateOnly ReviewOn) : Article;

    public sealed record Retired(ArticleId Id) : Article;
}
