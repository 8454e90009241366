using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Tests.Outbound;

public sealed class ApproveReplyTests : IAsyncLifetime
{
    private const string Draft = "Kami sudah menerima berkas Anda.";

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_proposed_reply_waits_for_its_approval_and_then_leaves_word_for_word()
    {
        var reply = await Propose(Draft);
        await _office.Settle();
        _office.Meta.Texts.Should().NotContain(Draft);

        (await Approve(reply)).Refusal.Should().BeNull();
        await _office.Settle();

        _office.Meta.Texts[^1].Should().Be(Draft);
        _office.All<OutboundRequested>()[^1].ApprovedBy.Should().Be(_office.Maria);
    }

    [Fact]
    public async Task An_approval_repeated_sends_nothing_twice()
    {
        var reply = await Propose(Draft);
        await Approve(reply);
        (await Approve(reply)).Refusal.Should().BeNull();
        await _office.HearEverythingAgain();

        _office.Meta.Texts.Count(text => text == Draft).Should().Be(1);
    }

    [Fact]
    public async Task A_reply_proposed_before_the_clients_last_message_is_stale_until_the_lawyer_says_otherwise()
    {
        var reply = await Propose(Draft);
        await _rina.Writes("Ada yang ditahan");

        (await Approve(reply)).Refusal.Should().Be(ReplyRefusals.Stale);
        (await Approve(reply, acknowledgeStale: true)).Refusal.Should().BeNull();

        _office.All<ReplyApproved>().Should().ContainSingle().Which.Stale.Should().BeTrue();
    }

    [Theory]
    [InlineData("Kami pasti menang di pengadilan.")]
    [InlineData("Yth. [NAMA], berkas Anda lengkap.")]
    public async Task What_may_not_be_promised_or_is_not_filled_in_is_not_approved(string text)
    {
        (await Approve(await Propose(text))).Refusal!.Code.Should().Be("reply_blocked_by_lint");
        await _office.Settle();

        _office.Meta.Texts.Should().NotContain(text);
    }

    [Fact]
    public async Task What_reads_like_advertising_is_approved_and_the_finding_stays_on_record()
    {
        (await Approve(await Propose("Ada diskon untuk Anda."))).Refusal.Should().BeNull();

        _office.All<ReplyApproved>().Single().Findings.Should().Equal("advertising");
    }

    [Fact]
    public async Task An_edit_is_approved_under_a_hash_of_its_own_and_only_the_edit_leaves()
    {
        var reply = await Propose(Draft);
        (await Approve(reply, text: "Berkas Anda lengkap.")).Refusal.Should().BeNull();
        await _office.Settle();

        var proposed = _office.All<ReplyProposed>().Single().Text.Sha256;
        _office.All<ReplyEdited>().Single().Text.Sha256.Should().NotBe(proposed);
        _office.All<ReplyApproved>().Single().Text.Should().Be(_office.All<ReplyEdited>().Single().Text);
        _office.Meta.Texts.Should().Contain("Berkas Anda lengkap.").And.NotContain(Draft);
    }

    [Fact]
    public async Task An_approved_reply_takes_no_other_words()
    {
        var reply = await Propose(Draft);
        await Approve(reply);

        (await Approve(reply, text: "Lain sama sekali.")).Refusal.Should().Be(ReplyRefusals.AlreadyDecided);
    }

    [Fact]
    public async Task A_suggestion_taken_as_it_stood_is_accepted()
    {
        var suggestion = await Suggest(Draft);
        await Approve(await Propose(Draft, suggestion));

        _office.All<SuggestionAccepted>().Should().ContainSingle().Which.Suggestion.Should().Be(suggestion);
        _office.All<ReplyApproved>().Single().Effort.Should().Be(new WritingEffort(0, 5, 0));
    }

    [Fact]
    public async Task A_suggestion_with_other_words_is_edited_by_so_many_of_them()
    {
        var suggestion = await Suggest(Draft);
        await Approve(await Propose(Draft, suggestion), text: "Kami sudah membaca berkas Anda.");

        _office.All<SuggestionEdited>().Should().ContainSingle().Which.Distance.Should().Be(1);
        _office.All<ReplyApproved>().Single().Effort.Should().Be(new WritingEffort(0, 5, 1));
    }

    [Fact]
    public async Task In_a_batch_each_reply_has_its_own_answer_and_what_was_not_read_stays()
    {
        var (one, promise, changed) = (await Propose(Draft), await Propose("Kami pasti menang."), await Propose("Sidang hari Senin."));

        var decided = (await Batch(total: 3, (one, HashOf(one)), (promise, HashOf(promise)), (changed, new string('0', 64)))).Value.Replies;
        await _office.Settle();

        decided.Select(result => result.Refusal?.Code).Should().Equal(null, "reply_blocked_by_lint", "reply_changed");
        _office.All<ReplyApproved>().Should().ContainSingle().Which.Reply.Should().Be(one);
        _office.Meta.Texts.Should().Contain(Draft).And.NotContain("Sidang hari Senin.");
    }

    [Fact]
    public async Task A_batch_is_refused_whole_where_the_total_is_not_what_the_lawyer_saw()
    {
        var reply = await Propose(Draft);

        (await Batch(total: 2, (reply, HashOf(reply)))).Refusal!.Code.Should().Be("reply_total_differs");

        _office.All<ReplyApproved>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_does_not_approve_what_the_client_has_overtaken()
    {
        var reply = await Propose(Draft);
        await _rina.Writes("Ada yang ditahan");

        (await Batch(total: 1, (reply, HashOf(reply)))).Value.Replies.Should().ContainSingle().Which.Refusal.Should().Be(ReplyRefusals.Stale);
    }

    [Fact]
    public async Task A_reply_that_does_not_exist_is_not_found() =>
        (await Approve(new ReplyId(Guid.NewGuid()))).Refusal.Should().Be(ReplyRefusals.NotFound);

    private async Task<ReplyId> Propose(string text, SuggestionId? suggestion = null) =>
        (await _office.Proposing.Handle(
            new ProposeReply(_office.Lawyer, _rina.Conversation, text, suggestion, Office.NewCause()), CancellationToken.None)).Value;

    private Task<Result<Nothing>> Approve(ReplyId reply, string? text = null, bool acknowledgeStale = false) =>
        _office.Approving.Handle(
            new ApproveReply(_office.Lawyer, reply, text, acknowledgeStale, Office.NewCause()), CancellationToken.None);

    private Task<Result<ApprovedReplies>> Batch(int total, params (ReplyId Reply, string Hash)[] seen) =>
        _office.Approving.Handle(
            new ApproveReplies(_office.Lawyer, [.. seen.Select(one => new SeenReply(one.Reply, one.Hash))], total, Office.NewCause()),
            CancellationToken.None);

    private string HashOf(ReplyId reply) => _office.All<ReplyProposed>().Single(proposed => proposed.Reply == reply).Text.Sha256;

    private async Task<SuggestionId> Suggest(string text)
    {
        var id = new SuggestionId(Guid.Parse("55555555-0000-0000-0000-000000000001"));
        var draft = (await _office.Drafts.Seal(_office.Tenant, _rina.Client, id.Value, text, CancellationToken.None)).Value;
        await _office.Desk.Offer(
            new SuggestionOffered(id, _rina.Conversation, SuggestionKind.DraftReply, "knowledge", new string('0', 64), 1, null, null, draft, []),
            _office.Tenant, _office.Lawyer.Does(Office.NewCause(), _rina.Client), CancellationToken.None);
        return id;
    }
}
