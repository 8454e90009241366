using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>The criminal tree reminds after 1 and 12 hours and lapses after 3 days; triage after 4 and 20 hours.</summary>
public sealed class SilentClientTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;
    private string _question = "";

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
        await _rina.Writes("Ada yang ditahan");
        _question = (await _rina.Writes("keluarga"))[^1];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_silent_client_is_reminded_as_often_as_the_definition_says_and_then_the_intake_lapses()
    {
        (await Waits(TimeSpan.FromMinutes(59))).Should().BeEmpty();
        (await Waits(TimeSpan.FromMinutes(1))).Should().ContainSingle().Which.Should().StartWith("Kami masih menunggu").And.EndWith(_question);
        (await Waits(TimeSpan.FromHours(10))).Should().BeEmpty();
        (await Waits(TimeSpan.FromHours(1))).Should().ContainSingle().Which.Should().StartWith("Kami masih menunggu");
        (await Waits(TimeSpan.FromHours(59))).Should().BeEmpty();
        _office.All<IntakeLapsed>().Should().BeEmpty();
        (await Waits(TimeSpan.FromHours(1))).Should().BeEmpty();

        _office.All<IntakeLapsed>().Should().ContainSingle();
        _office.All<ReminderDue>().Select(due => (due.Number, due.Way)).Should().Equal((1, ReminderWay.Said), (2, ReminderWay.Said));
    }

    [Fact]
    public async Task Who_answers_is_not_reminded_of_what_was_asked_before()
    {
        await Waits(TimeSpan.FromMinutes(50));
        await _rina.Writes("sudah ditahan");

        (await Waits(TimeSpan.FromMinutes(20))).Should().BeEmpty();
        (await Waits(TimeSpan.FromMinutes(40))).Should().ContainSingle();
    }

    [Fact]
    public async Task Who_writes_again_after_a_lapse_goes_on_at_the_open_question_with_every_answer_kept()
    {
        await Waits(TimeSpan.FromDays(3));
        _office.All<IntakeLapsed>().Should().ContainSingle();

        (await _rina.Writes("Maaf baru balas")).Should().Equal(_question);
        await _rina.Writes("sudah ditahan");

        _office.All<IntakeStarted>().Should().ContainSingle();
        _office.All<IntakeUpdated>().Should().HaveCount(3);
        await Waits(TimeSpan.FromHours(1));
        _office.All<ReminderDue>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_lapsed_intake_can_be_cancelled_and_another_begun()
    {
        await Waits(TimeSpan.FromDays(3));

        (await _rina.Writes("BATAL")).Should().ContainSingle().Which.Should().Contain("Wawancara dibatalkan");
        await _rina.Writes("Halo");

        _office.All<IntakeStarted>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Thirty_days_after_the_lapse_what_the_client_told_is_destroyed_and_a_new_message_begins_anew()
    {
        var intake = _office.All<IntakeStarted>().Single().Intake;
        await Waits(TimeSpan.FromDays(3));
        await Waits(TimeSpan.FromDays(29));
        _office.Contents.DestroyedKeys.Should().BeEmpty();

        await Waits(TimeSpan.FromDays(1));

        _office.All<IntakePurged>().Should().ContainSingle().Which.Intake.Should().Be(intake);
        _office.Contents.DestroyedKeys.Should().Equal(IntakeKey.Of(intake));
        foreach (var message in _office.All<MessageReceived>())
        {
            (await _office.Contents.Open(_office.Tenant, message.Content!.Value, CancellationToken.None)).HasValue.Should().BeFalse();
        }

        await _rina.Writes("Halo, saya kembali");
        _office.All<IntakeStarted>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Who_came_back_in_time_loses_nothing()
    {
        await Waits(TimeSpan.FromDays(3));
        await Waits(TimeSpan.FromDays(20));
        await _rina.Writes("Maaf baru balas");

        await Waits(TimeSpan.FromDays(2));
        await Waits(TimeSpan.FromDays(20));

        _office.All<IntakePurged>().Should().BeEmpty();
    }

    [Fact]
    public async Task Outside_the_service_window_it_is_recorded_that_no_reminder_was_sent()
    {
        _office.Clock.Now += TimeSpan.FromHours(25); // nobody rang meanwhile

        (await Waits(TimeSpan.FromMinutes(1))).Should().BeEmpty();

        _office.All<ReminderDue>().Should().ContainSingle("reminders that were missed are not made up for")
            .Which.Should().BeEquivalentTo(new { Number = 2, Way = ReminderWay.WindowClosed });
    }

    [Fact]
    public async Task Outside_the_window_the_firms_approved_template_reminds()
    {
        await MetaShows("Kami masih menunggu jawaban Anda.", "APPROVED");
        _office.Clock.Now += TimeSpan.FromHours(25);

        (await Waits(TimeSpan.FromMinutes(1))).Should().Equal("Kami masih menunggu jawaban Anda.");

        _office.All<ReminderDue>().Should().ContainSingle().Which.Way.Should().Be(ReminderWay.ByTemplate);
        _office.All<OutboundRequested>()[^1].Should().BeEquivalentTo(new { Format = "template", Basis = "definition:criminal@1/reminder" });
    }

    [Theory]
    [InlineData("Kami masih menunggu jawaban Anda.", "PAUSED")]
    [InlineData("Selamat pagi {{1}}, kami menunggu jawaban Anda.", "APPROVED")]
    public async Task A_template_that_is_not_approved_or_asks_for_values_reminds_nobody(string body, string status)
    {
        await MetaShows(body, status);
        _office.Clock.Now += TimeSpan.FromHours(25);

        (await Waits(TimeSpan.FromMinutes(1))).Should().BeEmpty();

        _office.All<ReminderDue>().Should().ContainSingle().Which.Way.Should().Be(ReminderWay.WindowClosed);
    }

    [Fact]
    public async Task Nobody_is_reminded_while_a_person_holds_the_conversation_or_after_a_withdrawal()
    {
        (await new HoldConversationHandler(_office.Events).Handle(
            new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), CancellationToken.None)).Refusal.Should().BeNull();
        (await Waits(TimeSpan.FromHours(1))).Should().BeEmpty();
        await _rina.Writes("BERHENTI");
        (await Waits(TimeSpan.FromHours(11))).Should().BeEmpty();

        _office.All<ReminderDue>().Select(due => due.Way).Should().Equal(ReminderWay.TakenOver, ReminderWay.NoConsent);
    }

    [Fact]
    public async Task A_story_heard_again_reminds_nobody_twice()
    {
        await Waits(TimeSpan.FromHours(12));
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

    private Task MetaShows(string body, string status) => _office.MetaShows("pengingat_wawancara", body, status);
}
