using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Tests.Conversations;

public sealed class ConsentDialogueTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_notice_comes_before_anything_else()
    {
        (await _rina.Writes("Kakak saya ditahan polisi")).Should().Equal(Office.Notice.Body);

        _office.All<IntakeEvent>().Should().BeEmpty();
        _office.All<OutboundRequested>().Should().ContainSingle().Which.Kind.Should().Be(OutboundKind.ConsentDialogue);
    }

    [Fact]
    public async Task Who_writes_in_English_reads_the_English_notice() =>
        (await _rina.Writes("Good morning, my brother was arrested")).Should().Equal(Office.EnglishNotice.Body);

    [Fact]
    public async Task Who_asks_for_the_other_language_reads_the_notice_in_it_however_often_it_was_shown()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Writes("What?");
        await _rina.Writes("Hello?");
        (await _rina.Writes("Hello??")).Should().BeEmpty();

        (await _rina.Writes("ENGLISH")).Should().Equal(Office.EnglishNotice.Body);
        (await _rina.Writes("ENGLISH")).Should().BeEmpty();
        (await _rina.Writes("I agree")).Should().ContainSingle().Which.Should().Contain("urgent");
    }

    [Fact]
    public async Task Unclear_answers_are_met_with_at_most_three_questions()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Writes("Maksudnya bagaimana?");
        await _rina.Writes("Halo?");
        (await _rina.Writes("Masih di sana?")).Should().BeEmpty();

        _office.All<ConsentAsked>().Select(asked => asked.Attempt).Should().Equal(1, 2, 3);
        _office.Meta.Texts.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("Setuju")]
    [InlineData("ya, setuju!")]
    [InlineData("I agree.")]
    public async Task Plain_words_of_agreement_grant_too(string words)
    {
        await _rina.Writes("Selamat siang");
        await _rina.Writes(words);

        _office.All<ConsentGranted>().Should().ContainSingle();
    }

    [Fact]
    public async Task The_first_question_of_the_interview_follows_the_grant()
    {
        await _rina.Writes("Selamat siang");

        (await _rina.Agrees()).Should().ContainSingle().Which.Should().Contain("Apakah ada keadaan mendesak saat ini?");
    }

    [Fact]
    public async Task The_word_that_granted_is_not_an_answer_when_it_is_heard_again()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();
        var events = _office.Events.All.Count;

        await _office.HearEverythingAgain();

        _office.Events.All.Should().HaveCount(events);
        _office.All<AnswerRejected>().Should().BeEmpty();
        _office.Meta.Texts.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refusal_is_met_with_one_neutral_message_and_then_silence()
    {
        await _rina.Writes("Selamat siang");

        (await _rina.Declines()).Should().Equal(Office.Notice.AfterRefusal);
        (await _rina.Writes("Tapi kakak saya ditahan")).Should().BeEmpty();
        (await _rina.Declines()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_refused_may_still_agree()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Declines();

        (await _rina.Agrees()).Should().ContainSingle().Which.Should().Contain("keadaan mendesak");
    }

    [Fact]
    public async Task BERHENTI_withdraws_and_is_confirmed()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();

        (await _rina.Writes("BERHENTI")).Should().Equal(Office.Notice.AfterWithdrawal);
        _office.All<ConsentWithdrawn>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_withdrawal_heard_again_is_not_met_with_a_new_question()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();
        await _rina.Writes("BERHENTI");
        var said = _office.Meta.Texts.Count;

        await _office.HearEverythingAgain();

        _office.Meta.Texts.Should().HaveCount(said);
        _office.All<ConsentAsked>().Should().ContainSingle();
    }

    [Fact]
    public async Task While_a_person_holds_the_conversation_the_script_is_silent()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();
        var hold = new HoldConversationHandler(_office.Events);
        (await hold.Handle(new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), CancellationToken.None))
            .Refusal.Should().BeNull();

        (await _rina.Writes("Ada yang ditahan")).Should().BeEmpty();
        _office.All<IntakeUpdated>().Should().BeEmpty();

        await hold.Handle(new GiveBackConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), CancellationToken.None);
        (await _rina.Writes("Ada yang ditahan")).Should().ContainSingle().Which.Should().Contain("kedudukan Anda");
    }

    [Fact]
    public async Task Clients_do_not_hear_each_others_answers()
    {
        var budi = new ClientPhone(_office, "628125550002");
        await _rina.Writes("Selamat siang");
        await budi.Writes("Selamat sore");
        await _rina.Agrees();

        _office.All<ConsentGranted>().Should().ContainSingle();
        (await budi.Writes("Ada yang ditahan")).Should().Equal(Office.Notice.Body);
    }
}
