using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>The notice asks for an interview and for messages alone; the criminal interview searches for conflicts, too.</summary>
public sealed class FurtherConsentTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        await Publish(Purpose.Intake, Purpose.Messaging);
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_interview_that_needs_more_asks_for_that_alone_and_goes_on_after_the_yes()
    {
        var asked = await _rina.Writes("Ada yang ditahan");
        asked[^1].Should().Contain("pemeriksaan benturan kepentingan").And.NotContain("wawancara awal");

        (await Agrees()).Should().ContainSingle().Which.Should().Contain("Apa kedudukan Anda dalam perkara ini?");

        _office.All<ConsentGranted>()[^1].Purposes.Should().Equal(Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck);
        (await _rina.Writes("keluarga")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_yes_in_words_counts_and_anything_else_is_met_with_the_question_three_times_and_then_with_what_can_be_done()
    {
        var asked = await _rina.Writes("Ada yang ditahan");
        (await _rina.Writes("Untuk apa?")).Should().Equal(asked[^1]);
        (await _rina.Writes("Halo?")).Should().Equal(asked[^1]);
        (await _rina.Writes("Halo??")).Should().ContainSingle().Which.Should().StartWith("Bagian ini menunggu persetujuan Anda.");
        _office.All<FurtherConsentAsked>().Should().HaveCount(3);

        (await _rina.Writes("setuju")).Should().ContainSingle().Which.Should().Contain("Apa kedudukan Anda");
    }

    [Fact]
    public async Task A_no_is_met_with_one_neutral_message_and_leaves_what_was_agreed_to()
    {
        await _rina.Writes("Ada yang ditahan");

        (await _rina.Presses(ConsentAnswers.DeclineFurtherButton, Office.Notice.Decline))
            .Should().ContainSingle().Which.Should().Contain("yang sudah Anda setujui sebelumnya tetap berlaku");
        (await _rina.Writes("Halo?")).Should().ContainSingle("the question is not pressed, and nobody writes into nothing")
            .Which.Should().Contain("SETUJU").And.Contain("PETUGAS").And.Contain("BATAL");
        _office.All<FurtherConsentAsked>().Should().ContainSingle();

        _office.All<FurtherConsentDeclined>().Should().ContainSingle().Which.Purposes.Should().Equal(Purpose.ConflictCheck);
        _office.All<ConsentWithdrawn>().Should().BeEmpty();
        (await _rina.Writes("PETUGAS")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");
        (await Agrees()).Should().ContainSingle("minds change").Which.Should().Contain("Apa kedudukan Anda");
    }

    [Fact]
    public async Task Another_language_says_the_question_again_and_after_a_no_what_can_be_done()
    {
        await _rina.Writes("Ada yang ditahan");

        (await _rina.Writes("ENGLISH")).Should().ContainSingle().Which.Should().Contain("a check for conflicts of interest");
        await _rina.Writes("no");
        (await _rina.Writes("INDONESIA")).Should().ContainSingle().Which.Should().StartWith("Bagian ini menunggu persetujuan Anda.");
        (await _rina.Writes("STATUS"))[0].Should().Contain("menunggu persetujuan Anda");

        (await _rina.Writes("setuju")).Should().ContainSingle().Which.Should().Contain("Apa kedudukan Anda");
    }

    /// <summary>The criminal tree reminds after 1 and 12 hours and lapses after 3 days.</summary>
    [Fact]
    public async Task An_interview_that_waits_for_consent_reminds_lapses_and_goes_on_once_the_client_is_back()
    {
        await _rina.Writes("Ada yang ditahan");

        (await Waits(TimeSpan.FromHours(1))).Should().ContainSingle().Which.Should().StartWith("Kami masih menunggu persetujuan Anda.");
        await Waits(TimeSpan.FromHours(11));
        _office.All<ReminderDue>().Select(due => due.Way).Should().Equal(ReminderWay.Said, ReminderWay.Said);
        (await Waits(TimeSpan.FromDays(2.5))).Should().BeEmpty();
        _office.All<IntakeLapsed>().Should().ContainSingle();

        (await _rina.Writes("Maaf baru balas")).Should().ContainSingle().Which.Should().Contain("pemeriksaan benturan kepentingan");
        (await Agrees()).Should().ContainSingle().Which.Should().Contain("Apa kedudukan Anda");
        _office.All<IntakeStarted>().Should().ContainSingle();
    }

    [Fact]
    public async Task Who_said_no_is_not_reminded_and_the_interview_lapses_all_the_same()
    {
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("tidak");

        (await Waits(TimeSpan.FromHours(12))).Should().BeEmpty();
        (await Waits(TimeSpan.FromHours(60))).Should().BeEmpty();

        (_office.All<ReminderDue>().Count, _office.All<IntakeLapsed>().Count).Should().Be((0, 1));
        (await _rina.Writes("Halo lagi")).Should().ContainSingle().Which.Should().StartWith("Bagian ini menunggu persetujuan Anda.");
        (await Agrees()).Should().ContainSingle("the lapse took nothing away").Which.Should().Contain("Apa kedudukan Anda");
    }

    [Fact]
    public async Task After_a_no_another_interview_may_begin_and_asks_anew()
    {
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("tidak");
        (await _rina.Writes("BATAL")).Should().ContainSingle().Which.Should().Contain("Wawancara dibatalkan");
        await _rina.Writes("Halo lagi");

        (await _rina.Writes("Ada yang ditahan"))[^1].Should().Contain("pemeriksaan benturan kepentingan");
    }

    [Fact]
    public async Task The_buttons_of_the_first_question_answer_nothing_further()
    {
        await _rina.Writes("Ada yang ditahan");

        await _rina.Agrees();
        await _rina.Declines();

        (_office.All<ConsentGranted>().Count, _office.All<FurtherConsentDeclined>().Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task An_entry_word_whose_interview_needs_what_the_notice_does_not_ask_is_met_with_that_question()
    {
        await Publish(Purpose.Messaging);
        await _office.Install("complaint-id");
        var budi = new ClientPhone(_office, "628125550002");
        await budi.Writes("Lapor!");

        (await budi.Agrees()).Should().ContainSingle().Which.Should().Contain("wawancara awal");
        (await budi.Presses(ConsentAnswers.AgreeFurtherButton, Office.Notice.Agree))
            .Should().ContainSingle().Which.Should().Contain("Apa yang ingin Anda laporkan?");
    }

    [Fact]
    public async Task A_withdrawal_ends_it_all_and_a_new_consent_goes_on_where_it_stood()
    {
        await _rina.Writes("Ada yang ditahan");
        await Agrees();
        (await _rina.Writes("BERHENTI")).Should().Equal(Office.Notice.AfterWithdrawal);
        await _rina.Writes("Halo");

        await _rina.Agrees();
        (await _rina.Writes("keluarga")).Should().ContainSingle().Which.Should().Contain("pemeriksaan benturan kepentingan");
        (await Agrees()).Should().ContainSingle().Which.Should().Contain("Apa kedudukan Anda");
    }

    [Fact]
    public async Task The_story_heard_again_asks_nothing_twice()
    {
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("Untuk apa?");
        await _rina.Writes("tidak");
        await _rina.Writes("Halo?");
        await _rina.Writes("ENGLISH");
        await Agrees();
        await _rina.Writes("keluarga");
        var (events, said) = (_office.Events.All.Count, _office.Meta.Texts.Count);

        await _office.HearEverythingAgain();

        _office.Events.All.Should().HaveCount(events);
        _office.Meta.Texts.Should().HaveCount(said);
    }

    private async Task<IReadOnlyList<string>> Waits(TimeSpan time)
    {
        var before = _office.Meta.Texts.Count;
        await _office.Pass(time);
        return [.. _office.Meta.Texts.Skip(before)];
    }

    private Task<IReadOnlyList<string>> Agrees() => _rina.Presses(ConsentAnswers.AgreeFurtherButton, Office.Notice.Agree);

    private async Task Publish(params Purpose[] purposes) => (await _office.Events.Transact(
        ConsentStream.Notice(_office.Tenant), PrivacyNotice.Decider, new ReviseNotice(Office.Notice, Office.EnglishNotice, purposes),
        new Provenance(Actor.System("seed"), Office.NewCause(), Guid.NewGuid()), CancellationToken.None)).OrThrow();
}
