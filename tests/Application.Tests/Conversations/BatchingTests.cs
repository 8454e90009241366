using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>A client who types in several short messages; four seconds after the last, twenty after the first, they are one answer.</summary>
public sealed class BatchingTests : IAsyncLifetime
{
    private static readonly TimeSpan Window = Batching.Default.Window;

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open(Batching.Default);
        _rina = new ClientPhone(_office);
        (await _rina.Writes("Selamat siang")).Should().BeEmpty();
        (await _rina.Writes("kakak saya ditahan")).Should().BeEmpty();
        (await Waits(Window)).Should().Equal(Office.Notice.Body);
        await _rina.Agrees(); // a pressed button waits for nothing
        _office.All<QuestionAsked>().Should().NotBeEmpty();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_greetings_are_answered_by_one_consent_question()
    {
        _office.All<ConsentAsked>().Should().ContainSingle();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Several_short_messages_are_read_as_one_answer()
    {
        (await _rina.Writes("Ada")).Should().BeEmpty();
        (await Waits(TimeSpan.FromSeconds(3))).Should().BeEmpty();
        (await _rina.Writes("yang ditahan")).Should().BeEmpty();
        (await Waits(TimeSpan.FromSeconds(3))).Should().BeEmpty();

        (await Waits(TimeSpan.FromSeconds(1))).Should().ContainSingle();

        _office.All<IntakeUpdated>().Should().ContainSingle();
        _office.All<AnswerRejected>().Should().BeEmpty();
    }

    [Fact]
    public async Task The_wait_counts_from_when_the_message_came_however_long_its_recording_took()
    {
        await _rina.Hands(_rina.Message(text: "Ada") with { ReceivedAt = _office.Clock.Now.AddSeconds(-0.8) });

        (await Waits(TimeSpan.FromSeconds(3.1))).Should().BeEmpty();
        (await Waits(TimeSpan.FromSeconds(0.1))).Should().ContainSingle();
    }

    [Fact]
    public async Task What_comes_late_still_waits_for_what_comes_with_it()
    {
        await _rina.Hands(_rina.Message(text: "Ada") with { ReceivedAt = _office.Clock.Now.AddHours(-1) });
        (await Waits(TimeSpan.FromSeconds(2.9))).Should().BeEmpty();
        await _rina.Hands(_rina.Message(text: "yang ditahan") with { ReceivedAt = _office.Clock.Now.AddHours(-1) });
        (await Waits(TimeSpan.FromSeconds(2.9))).Should().BeEmpty();

        (await Waits(TimeSpan.FromSeconds(0.1))).Should().ContainSingle();

        _office.All<IntakeUpdated>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_is_typed_is_answered_wherever_in_a_long_conversation_it_falls(int reactions)
    {
        for (var reaction = 0; reaction < reactions; reaction++)
        {
            await _rina.Hands(_rina.Message("reaction"));
        }

        for (var message = 0; message < 60; message++)
        {
            await _rina.Writes("entah");
            (await Waits(Window)).Should().NotBeEmpty($"message {message} waits for its answer too, a snapshot or not");
        }
    }

    [Fact]
    public async Task Twenty_seconds_after_the_first_message_it_waits_no_longer()
    {
        for (var message = 0; message < 7; message++)
        {
            (await _rina.Writes("tidak")).Should().BeEmpty();
            (await Waits(TimeSpan.FromSeconds(message < 6 ? 3 : 1.5))).Should().BeEmpty();
        }

        (await Waits(TimeSpan.FromSeconds(0.5))).Should().ContainSingle();
    }

    [Fact]
    public async Task A_pressed_button_is_answered_at_once_and_takes_the_words_before_it_along()
    {
        await _rina.Writes("hmm");

        (await _rina.Presses("darurat:ditahan", "Ada yang ditahan")).Should().ContainSingle();

        (await Waits(Window)).Should().BeEmpty();
        _office.All<IntakeUpdated>().Should().ContainSingle();
        _office.All<AnswerRejected>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_global_word_acts_at_once_and_the_words_before_it_are_not_lost()
    {
        await _rina.Writes("Ada yang ditahan");

        var said = await _rina.Writes("PETUGAS");

        said.Should().HaveCount(2);
        said[^1].Should().Contain("teruskan kepada petugas");
        _office.All<IntakeUpdated>().Should().ContainSingle();
        (await Waits(Window)).Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_withdrawal_the_words_that_waited_are_never_read()
    {
        await _rina.Writes("Ada yang ditahan");

        (await _rina.Writes("BERHENTI")).Should().Equal(Office.Notice.AfterWithdrawal);

        (await Waits(Window)).Should().BeEmpty();
        _office.All<IntakeUpdated>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_came_while_nobody_ran_is_one_answer_and_heard_again_it_changes_nothing()
    {
        await _rina.Writes("Ada");
        _office.Clock.Now += TimeSpan.FromMinutes(10);
        await _rina.Writes("yang ditahan");
        await Waits(Window);
        var events = _office.Events.All.Count;

        _office.All<IntakeUpdated>().Should().ContainSingle();
        await _office.HearEverythingAgain();
        await Waits(TimeSpan.FromMinutes(1));
        _office.Events.All.Should().HaveCount(events);
    }

    [Fact]
    public async Task A_button_for_a_person_calls_one() =>
        (await _rina.Presses(GlobalWords.PersonButton, "Hubungi petugas")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");

    private async Task<IReadOnlyList<string>> Waits(TimeSpan time)
    {
        var before = _office.Meta.Texts.Count;
        await _office.Pass(time);
        return [.. _office.Meta.Texts.Skip(before)];
    }
}
