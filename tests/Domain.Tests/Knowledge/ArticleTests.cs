using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Knowledge;

public sealed class ArticleTests
{
    private static readonly ArticleId Id = new(new Guid("6c1f0000-0000-4000-8000-000000000001"));
    private static readonly StaffId Maria = new(new Guid("6c1f0000-0000-4000-8000-0000000000aa"));
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly ArticleText Text = new("Hak saat ditangkap", "Tersangka berhak …", "id", "criminal", ["UU 16/2011"]);
    private static readonly ArticleText Better = Text with { Body = "Setiap tersangka berhak …" };
    private static readonly ArticleDrafted First = Drafted(1, Text);
    private static readonly ArticlePublished Publication = new(Id, 1, Maria, Monday.AddYears(1));

    [Fact]
    public void An_article_begins_as_a_draft() =>
        Given(Article.Decider).When(new ArticleCommand.Write(Id, Text, Maria)).Then(First);

    [Fact]
    public void The_same_words_again_change_nothing() =>
        Given(Article.Decider, First).When(new ArticleCommand.Write(Id, Text with { Sources = ["UU 16/2011"] }, Maria)).ThenNothing();

    [Fact]
    public void Other_words_are_the_next_version() =>
        Given(Article.Decider, First, Publication).When(new ArticleCommand.Write(Id, Better, Maria)).Then(Drafted(2, Better));

    [Fact]
    public void A_published_article_is_due_for_review_after_a_year() =>
        Given(Article.Decider, First).When(new ArticleCommand.Publish(Maria, Monday)).Then(Publication);

    [Fact]
    public void Publishing_twice_changes_nothing() =>
        Given(Article.Decider, First, Publication).When(new ArticleCommand.Publish(Maria, Monday.AddDays(1))).ThenNothing();

    [Fact]
    public void Publishing_when_review_is_due_confirms_the_words_for_another_year() =>
        Given(Article.Decider, First, Publication)
            .When(new ArticleCommand.Publish(Maria, Monday.AddYears(1)))
            .Then(new ArticlePublished(Id, 1, Maria, Monday.AddYears(2)));

    [Fact]
    public void Nothing_unwritten_is_published() =>
        Given(Article.Decider).When(new ArticleCommand.Publish(Maria, Monday)).ThenRefused(ArticleRefusals.NotWritten);

    [Fact]
    public void A_retired_article_is_written_no_more() =>
        Given(Article.Decider, First, new ArticleRetired(Id))
            .When(new ArticleCommand.Write(Id, Better, Maria)).ThenRefused(ArticleRefusals.Retired);

    [Fact]
    public void Retiring_twice_changes_nothing() =>
        Given(Article.Decider, First, new ArticleRetired(Id)).When(new ArticleCommand.Retire()).ThenNothing();

    private static ArticleDrafted Drafted(int version, ArticleText text) =>
        new(Id, version, text.Title, text.Body, text.Language, text.PracticeArea, text.Sources, Maria);
}
