using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>Buttons and lists under a lawyer's words.</summary>
public sealed class ReplyWithChoicesTests : IAsyncLifetime
{
    private const string Words = "Hari apa Anda bisa datang?";

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
    public async Task What_was_approved_leaves_with_its_buttons()
    {
        await Approve(await Propose(Days("Senin", "Selasa")));
        await _office.Settle();

        _office.Meta.Asked[^1].Body.Should().BeOfType<OutboundBody.Buttons>().Which.Choices.Select(choice => choice.Title).Should().Equal("Senin", "Selasa");
        _office.All<OutboundRequested>()[^1].Format.Should().Be("buttons");
    }

    [Fact]
    public async Task The_same_words_with_other_choices_have_another_hash()
    {
        await Propose(Days("Senin"));
        await Propose(Days("Selasa"));
        await Propose(null);

        _office.All<ReplyProposed>().Select(proposed => proposed.Text.Sha256).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Edited_words_keep_their_list()
    {
        var reply = await Propose(new ReplyChoices.List("Pilih", [new("Pagi", [new("09.00")]), new("Siang", [new("13.00", "Ruang 2")])]));
        (await Approve(reply, "Jam berapa Anda bisa datang?")).Refusal.Should().BeNull();
        await _office.Settle();

        var sent = _office.Meta.Asked[^1].Body.Should().BeOfType<OutboundBody.List>().Subject;
        sent.Body.Should().Be("Jam berapa Anda bisa datang?");
        sent.Rows.Select(row => row.Title).Should().Equal("09.00", "13.00");
    }

    [Fact]
    public async Task Words_that_fit_alone_may_be_too_long_for_buttons_once_edited() =>
        (await Approve(await Propose(Days("Senin")), new string('a', 1025))).Refusal!.Code.Should().Be("buttons_text_length");

    [Fact]
    public async Task A_button_may_promise_nothing_that_words_may_not_promise() =>
        (await Approve(await Propose(Days("Pasti menang")))).Refusal!.Code.Should().Be("reply_blocked_by_lint");

    [Fact]
    public async Task The_interview_does_not_take_the_answer_to_a_person_for_its_own()
    {
        await Approve(await Propose(Days("Senin", "Selasa")));
        await _office.Settle();
        var button = ((OutboundBody.Buttons)_office.Meta.Asked[^1].Body).Choices[1];
        var (answered, rejected) = (_office.All<IntakeUpdated>().Count, _office.All<AnswerRejected>().Count);

        var said = await _rina.Presses(button.Id, button.Title);

        said.Should().BeEmpty();
        _office.All<MessageReceived>()[^1].MessageType.Should().Be("interactive");
        (_office.All<IntakeUpdated>().Count, _office.All<AnswerRejected>().Count).Should().Be((answered, rejected));
    }

    [Fact]
    public async Task The_interview_takes_its_own_buttons_as_before()
    {
        var before = _office.All<IntakeUpdated>().Count + _office.All<AnswerRejected>().Count;
        await _rina.Presses("anything", "Senin");
        (_office.All<IntakeUpdated>().Count + _office.All<AnswerRejected>().Count).Should().BeGreaterThan(before);
    }

    private static ReplyChoices.Buttons Days(params string[] titles) => new([.. titles]);

    private async Task<ReplyId> Propose(ReplyChoices? choices) => (await _office.Proposing.Handle(
        new ProposeReply(_office.Lawyer, _rina.Conversation, Words, null, Office.NewCause()) { Choices = choices }, CancellationToken.None)).Value;

    private Task<Result<Nothing>> Approve(ReplyId reply, string? text = null) =>
        _office.Approving.Handle(new ApproveReply(_office.Lawyer, reply, text, false, Office.NewCause()), CancellationToken.None);
}
