using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Assist;

public sealed class DraftReplyTests : IAsyncLifetime
{
    private static readonly ArticleHit Article = new(
        new ArticleId(Guid.Parse("12121212-0000-0000-0000-000000000001")), "Hak tersangka",
        "# Hak tersangka\n\nTersangka berhak didampingi advokat.", "Tersangka berhak", "criminal", 0.7);

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_draft_rests_on_an_article_that_it_names()
    {
        var draft = (await Draft(new Shelf(Article))).Value;

        draft.Text.Should().Contain("Tersangka berhak didampingi advokat.").And.NotContain("#");
        draft.Citations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Article.Id, Article.Title }, options => options.ExcludingMissingMembers());
        _office.All<SuggestionOffered>().Should().ContainSingle(offered => offered.Kind == SuggestionKind.DraftReply);
    }

    [Fact]
    public async Task A_draft_is_neither_a_reply_nor_a_message()
    {
        await Draft(new Shelf(Article));
        var said = _office.Meta.Texts.Count;
        await _office.Settle();

        _office.All<ReplyProposed>().Should().BeEmpty();
        _office.Meta.Texts.Should().HaveCount(said);
    }

    [Fact]
    public async Task What_the_client_wrote_is_what_is_searched_for()
    {
        var shelf = new Shelf(Article);
        await Draft(shelf);

        shelf.Question.Should().Be("Kakak saya ditahan polisi");
    }

    [Fact]
    public async Task Without_an_article_there_is_no_draft() => (await Draft(new Shelf())).Refusal!.Code.Should().Be("no_article_found");

    [Fact]
    public async Task A_greeting_alone_is_nothing_to_draft_from()
    {
        var budi = new ClientPhone(_office, "628125550002");
        await budi.Writes("Halo");

        (await Draft(new Shelf(Article), budi.Conversation)).Refusal!.Code.Should().Be("nothing_to_draft_from");
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_found() =>
        (await Draft(new Shelf(Article), new ConversationId(Guid.NewGuid()))).Refusal.Should().Be(ConversationRefusals.NotFound);

    private Task<Result<SuggestionView>> Draft(Shelf shelf, ConversationId? conversation = null) =>
        new DraftReplyHandler(_office.Events, _office.Views, _office.Words, shelf, _office.Assist, _office.Drafts, _office.Desk, _office.Clock).Handle(
            new DraftReply(_office.Lawyer, conversation ?? _rina.Conversation, Office.NewCause()), CancellationToken.None);

    /// <summary>Knowledge that answers every question with the same articles.</summary>
    private sealed class Shelf(params ArticleHit[] articles) : IKnowledgeSearch
    {
        public string? Question { get; private set; }

        public Task<IReadOnlyList<ArticleHit>> Search(
            TenantId tenant, string question, string? practiceArea, int limit, CancellationToken cancellationToken)
        {
            Question = question;
            return Task.FromResult<IReadOnlyList<ArticleHit>>(articles);
        }
    }
}
