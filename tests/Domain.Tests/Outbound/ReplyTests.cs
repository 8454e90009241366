using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Outbound;

public sealed class ReplyTests
{
    private static readonly ReplyId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ConversationId Conversation = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly StaffId Paralegal = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly StaffId Maria = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly MessageId Question = new(new Guid(6, 0, 0, new byte[8]));
    private static readonly WritingEffort Effort = new(5, 0, 0);
    private static readonly DraftText Draft = new(new ContentRef(Client, Guid.Empty), "aa", 5);
    private static readonly DraftText Edited = new(new ContentRef(Client, Guid.Empty), "bb", 6);

    private static readonly ReplyProposed Proposed = new(Id, Conversation, Client, Paralegal, Draft, null, Question);
    private static readonly ReplyApproved Approved = new(Id, Conversation, Maria, Draft, Effort, [], Stale: false);

    [Fact]
    public void A_lawyer_approves_the_words_as_they_stand() =>
        Given(Reply.Decider, Proposed).When(Approve(Draft)).Then(Approved);

    [Fact]
    public void An_edit_and_the_approval_of_the_final_text_are_one_step() =>
        Given(Reply.Decider, Proposed).When(Approve(Edited))
            .Then(new ReplyEdited(Id, Conversation, Maria, Edited), Approved with { Text = Edited });

    [Fact]
    public void A_newer_message_of_the_client_makes_the_reply_stale() =>
        Given(Reply.Decider, Proposed)
            .When(Approve(Draft) with { LastInbound = new MessageId(Guid.NewGuid()) })
            .ThenRefused(ReplyRefusals.Stale);

    [Fact]
    public void A_stale_reply_is_approved_once_the_lawyer_says_that_they_have_read_on() =>
        Given(Reply.Decider, Proposed)
            .When(Approve(Draft) with { LastInbound = null, AcknowledgeStale = true })
            .Then(Approved with { Stale = true });

    [Fact]
    public void While_a_colleague_holds_the_conversation_nothing_leaves_that_they_neither_wrote_nor_approve() =>
        Given(Reply.Decider, Proposed)
            .When(Approve(Draft) with { Holder = new StaffId(Guid.NewGuid()) })
            .ThenRefused(ConversationRefusals.HeldByAnother);

    [Fact]
    public void What_the_holder_wrote_or_approves_leaves()
    {
        Given(Reply.Decider, Proposed).When(Approve(Draft) with { Holder = Paralegal }).Then(Approved);
        Given(Reply.Decider, Proposed).When(Approve(Draft) with { Holder = Maria }).Then(Approved);
    }

    [Fact]
    public void A_promise_of_victory_blocks_the_approval()
    {
        var findings = ReplyLint.Read("Tenang, perkara Bapak pasti menang.", LintFacts.None);
        Reply.Decider.Decide(Reply.Decider.Fold([Proposed]), Approve(Draft) with { Findings = findings })
            .Refusal!.Code.Should().Be("reply_blocked_by_lint");
    }

    [Theory]
    [InlineData("Kami menjamin kemenangan perkara ini.", "promise_of_victory")]
    [InlineData("Yth. {{nama}}, silakan datang.", "unfilled_placeholder")]
    [InlineData("Yth. [NAMA KLIEN], silakan datang.", "unfilled_placeholder")]
    [InlineData("Ada promo bulan ini.", "advertising")]
    public void Lint_names_what_is_wrong(string text, string code) =>
        ReplyLint.Read(text, LintFacts.None).Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void Lint_is_silent_about_an_ordinary_reply() =>
        ReplyLint.Read("Selamat siang, Bapak. Penangkapan paling lama 1x24 jam; mohon kirim surat penangkapannya.", LintFacts.None).Should().BeEmpty();

    [Fact]
    public void An_approved_reply_cannot_be_approved_with_other_words() =>
        Given(Reply.Decider, Proposed, Approved).When(Approve(Edited)).ThenRefused(ReplyRefusals.AlreadyDecided);

    [Fact]
    public void A_second_click_changes_nothing() => Given(Reply.Decider, Proposed, Approved).When(Approve(Draft)).ThenNothing();

    [Fact]
    public void A_rejected_reply_cannot_be_approved() =>
        Given(Reply.Decider, Proposed, new ReplyRejected(Id, Conversation, Maria)).When(Approve(Draft)).ThenRefused(ReplyRefusals.AlreadyDecided);

    [Fact]
    public void Nothing_outside_the_domain_can_make_an_approved_reply() =>
        typeof(ApprovedReply).GetConstructors().Should().BeEmpty();

    [Fact]
    public void Distance_counts_words_not_letters()
    {
        WordDistance.Between("mohon kirim surat", "mohon kirim surat").Should().Be(0);
        WordDistance.Between("mohon kirim surat", "mohon kirimkan surat itu").Should().Be(2);
        WordDistance.Between(string.Empty, "satu dua").Should().Be(2);
    }

    private static ReplyCommand.Approve Approve(DraftText text) => new(Maria, text, Effort, [], Question, AcknowledgeStale: false);
}
