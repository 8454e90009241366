using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Application.Tests.Conversations;

public sealed class InterviewDialogueTests : IAsyncLifetime
{
    private static readonly string[] Detained =
    [
        "Ada yang ditahan", "keluarga", "sudah ditahan", "Polres Sleman", "kemarin jam 2 siang", "tidak", "penipuan",
        "Kakak saya dibawa polisi dari rumah kemarin siang", "tidak", "Bambang Sutrisno", "Sleman", "Siti Rahma", "WhatsApp saja",
    ];

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
    public async Task The_triage_leads_into_the_criminal_interview_which_ends_with_a_number()
    {
        var last = await AnswerAll();

        _office.All<IntakeSubmitted>().Should().ContainSingle().Which.Number.Should().Be("INT-20261123-001");
        last.Should().ContainSingle().Which.Should().EndWith("Nomor berkas Anda: INT-20261123-001");
    }

    [Fact]
    public async Task A_second_client_of_the_day_gets_the_next_number()
    {
        await AnswerAll();
        var budi = new ClientPhone(_office, "628125550002");
        await budi.Writes("Selamat siang");
        await budi.Agrees();
        foreach (var answer in Detained)
        {
            await budi.Writes(answer);
        }

        _office.All<IntakeSubmitted>().Select(submitted => submitted.Number).Should().Equal("INT-20261123-001", "INT-20261123-002");
    }

    [Fact]
    public async Task Each_answer_is_met_with_one_next_question()
    {
        foreach (var answer in Detained)
        {
            (await _rina.Writes(answer)).Should().ContainSingle(because: answer);
        }
    }

    [Fact]
    public async Task Someone_detained_is_flagged_before_the_interview_is_over()
    {
        await _rina.Writes("Ada yang ditahan");

        _office.All<FlagRaised>().Should().ContainSingle().Which.Flag.Should().Be("DETAINED");
        _office.All<IntakeSubmitted>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_again_with_the_reason()
    {
        foreach (var answer in Detained[..4])
        {
            await _rina.Writes(answer);
        }

        var said = await _rina.Writes("tidak tahu persis");

        said.Should().ContainSingle().Which.Should().StartWith("Mohon tulis tanggal dan jamnya").And.Contain("Sejak tanggal dan jam berapa?");
        _office.All<AnswerRejected>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_time_that_is_still_to_come_is_asked_again_in_the_definitions_words()
    {
        foreach (var answer in Detained[..4])
        {
            await _rina.Writes(answer);
        }

        (await _rina.Writes("25/12/2026 14.00")).Should().ContainSingle().Which.Should().StartWith("Waktunya tidak boleh di masa depan.");
    }

    [Fact]
    public async Task After_a_cancelled_interview_the_next_message_begins_a_new_one()
    {
        await _rina.Writes("Ada yang ditahan");

        (await _rina.Writes("BATAL")).Should().ContainSingle().Which.Should().Contain("Wawancara dibatalkan");
        (await _rina.Writes("Halo, saya mau mulai lagi")).Should().ContainSingle().Which.Should().Contain("keadaan mendesak");
        _office.All<IntakeStarted>().Select(started => started.Intake).Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_interview_that_was_cancelled_stays_so_when_its_story_is_heard_again()
    {
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("BATAL");
        var events = _office.Events.All.Count;

        await _office.HearEverythingAgain();

        _office.Events.All.Should().HaveCount(events);
    }

    [Fact]
    public async Task Who_asks_for_a_person_is_told_that_one_will_come()
    {
        (await _rina.Writes("PETUGAS")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");

        _office.All<PersonRequested>().Should().ContainSingle();
    }

    [Fact]
    public async Task Who_asks_for_a_person_after_the_submission_is_noted_and_told()
    {
        await AnswerAll();

        (await _rina.Writes("PETUGAS")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");

        _office.All<PersonRequested>().Should().ContainSingle();
    }

    [Theory]
    [InlineData("DATA SAYA", Concern.OwnData, "mengetahui data Anda sudah kami catat")]
    [InlineData("hapus data", Concern.Erasure, "menghapus data sudah kami catat")]
    public async Task Who_asks_for_their_data_is_noted_and_told_what_happens_next(string word, Concern concern, string told)
    {
        (await _rina.Writes(word)).Should().ContainSingle().Which.Should().Contain(told);

        _office.All<PersonRequested>().Should().ContainSingle().Which.Concern.Should().Be(concern);
    }

    [Fact]
    public async Task Status_says_where_the_interview_stands_and_asks_again()
    {
        await _rina.Writes("Ada yang ditahan");

        var said = await _rina.Writes("STATUS");

        said.Should().HaveCount(2);
        said[0].Should().Contain("1 jawaban sudah kami catat");
        said[1].Should().Contain("Apa kedudukan Anda dalam perkara ini?");
        await AnswerAll(skip: 1);
        (await _rina.Writes("status")).Should().ContainSingle().Which.Should().Contain("INT-20261123-001 sudah lengkap");
        (await _rina.Writes("BATAL")).Should().ContainSingle().Which.Should().Contain("sudah lengkap");
    }

    [Fact]
    public async Task Back_and_repeat_ask_again()
    {
        var second = await _rina.Writes("Ada yang ditahan");

        (await _rina.Writes("ULANG")).Should().Equal(second);
        (await _rina.Writes("KEMBALI")).Should().ContainSingle().Which.Should().Contain("keadaan mendesak");
        (await _rina.Writes("Ada yang ditahan")).Should().Equal(second);
    }

    [Fact]
    public async Task The_third_misreading_in_a_row_brings_a_button_that_calls_a_person()
    {
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("xyz");
        await _rina.Writes("xyz");

        (await _rina.Writes("xyz")).Should().ContainSingle().Which.Should().Contain("ketik PETUGAS");
        (await _rina.Presses(GlobalWords.PersonButton, "Hubungi petugas")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");
        _office.All<PersonRequested>().Should().ContainSingle();
    }

    [Fact]
    public async Task Withdrawn_consent_stops_the_interview_at_once_even_while_a_person_holds_the_conversation()
    {
        await _rina.Writes("Ada yang ditahan");
        (await new HoldConversationHandler(_office.Events).Handle(
            new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), CancellationToken.None)).Refusal.Should().BeNull();

        (await _rina.Writes("berhenti")).Should().ContainSingle().Which.Should().Be(Office.Notice.AfterWithdrawal);

        _office.All<ConsentWithdrawn>().Should().ContainSingle();
        _office.All<IntakeUpdated>().Should().ContainSingle();
    }

    [Fact]
    public async Task After_the_submission_the_script_leaves_the_client_to_people()
    {
        await AnswerAll();

        (await _rina.Writes("Bagaimana kabar kakak saya?")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_whole_story_heard_again_changes_nothing_and_says_nothing_twice()
    {
        await AnswerAll();
        var (events, said) = (_office.Events.All.Count, _office.Meta.Texts.Count);

        await _office.HearEverythingAgain();

        _office.Events.All.Should().HaveCount(events);
        _office.Meta.Texts.Should().HaveCount(said);
    }

    private async Task<IReadOnlyList<string>> AnswerAll(int skip = 0)
    {
        IReadOnlyList<string> said = [];
        foreach (var answer in Detained[skip..])
        {
            said = await _rina.Writes(answer);
        }

        return said;
    }
}
