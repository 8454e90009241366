using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>What a client is told who waits for a person while the firm is closed; the office opens on a Monday at ten.</summary>
public sealed class OutOfHoursTests : IAsyncLifetime
{
    private static readonly Bilingual Text = new("Kantor tutup. Kami buka lagi {{next_opening}}.", "We are closed. We open again on {{next_opening}}.");
    private static readonly string[] Rubbish = ["Sampah", "Jl. Melati No. 15, Kota Bandung", "Sampah menumpuk di depan sekolah.", "tidak", "LEWATI"];

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        await _office.Install("complaint-id");
        await Publish(Text);
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_client_who_waits_for_a_person_at_night_is_told_once_when_the_firm_works_again()
    {
        _office.Clock.Now = Jakarta(23, 20);
        await Complain();
        await _rina.Writes("Halo, ada orang?");
        await _office.HearEverythingAgain();

        Notices().Should().Equal("Kantor tutup. Kami buka lagi Selasa, 24 November 2026, pukul 08.00 WIB.");
        var asked = _office.Events.All.Single(envelope => envelope.Event is OutboundRequested { Basis: "out_of_hours@1" });
        (asked.Actor.Text, asked.Reason).Should().Be(("system:tell_out_of_hours", "The firm is closed until 2026-11-24T01:00Z."));
        ((OutboundRequested)asked.Event).Kind.Should().Be(OutboundKind.Script);
    }

    [Fact]
    public async Task The_next_day_it_is_said_again_and_names_the_opening_after_holidays_and_collective_leave()
    {
        await Close(new Holiday(new DateOnly(2026, 11, 24), "Hari libur nasional", false), new Holiday(new DateOnly(2026, 11, 25), "Cuti bersama", true));
        _office.Clock.Now = Jakarta(23, 20);
        await Complain();
        _office.Clock.Now = Jakarta(24, 10);

        await _rina.Writes("Bagaimana laporan saya?");
        await _rina.Writes("Halo?");

        Notices().Should().Equal(
            "Kantor tutup. Kami buka lagi Kamis, 26 November 2026, pukul 08.00 WIB.", "Kantor tutup. Kami buka lagi Kamis, 26 November 2026, pukul 08.00 WIB.");
    }

    [Fact]
    public async Task Nobody_is_told_before_they_agree_nor_while_the_script_asks()
    {
        _office.Clock.Now = Jakarta(23, 20);
        await _rina.Writes("Selamat malam");
        await _rina.Writes("Tolong dibaca");
        await _rina.Agrees();
        await _rina.Writes("Halo?");

        Notices().Should().BeEmpty();
    }

    [Fact]
    public async Task Whom_a_person_answers_is_told_nothing()
    {
        _office.Clock.Now = Jakarta(23, 16);
        await Complain();
        (await new HoldConversationHandler(_office.Events)
            .Handle(new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        _office.Clock.Now = Jakarta(23, 18);

        await _rina.Writes("Masih di sana?");

        Notices().Should().BeEmpty();
    }

    [Fact]
    public async Task Within_working_hours_nothing_is_said_and_nothing_once_it_was_taken_back()
    {
        await Complain();
        await _rina.Writes("Terima kasih");
        await Publish(text: null);
        _office.Clock.Now = Jakarta(23, 20);
        await _rina.Writes("Halo?");

        Notices().Should().BeEmpty();
    }

    [Fact]
    public async Task An_English_client_reads_English()
    {
        _office.Clock.Now = Jakarta(27, 20);
        await _rina.Writes("Good evening");
        await _rina.Writes("Lapor!");
        await _rina.Agrees();
        foreach (var answer in new[] { "Sampah", "Jl. Melati No. 15, Kota Bandung", "Rubbish in front of the school.", "no", "SKIP" })
        {
            await _rina.Writes(answer);
        }

        Notices().Should().Equal("We are closed. We open again on Monday, 30 November 2026, at 08.00 WIB.");
    }

    [Fact]
    public async Task What_is_heard_long_after_is_not_answered_any_more()
    {
        _office.Clock.Now = Jakarta(23, 16);
        await Complain();
        _office.Clock.Now = Jakarta(23, 18);
        var policy = new TellOutOfHours(_office.Events, new Application.Outbound.ScriptedMessages(_office.Events, _office.Contents), _office.Clock);
        await _office.Receive.Handle(_office.OnBus(Application.Bus.Topics.IncomingMessage, _rina.Message(text: "Halo?")), default);
        var written = _office.Events.All[^1];

        _office.Clock.Now += TimeSpan.FromHours(3);
        await policy.Handle(written, default);

        Notices().Should().BeEmpty();
    }

    private static DateTimeOffset Jakarta(int day, int hour) => new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    private IEnumerable<string> Notices() => _office.Meta.Texts.Where(text => text.StartsWith("Kantor tutup", StringComparison.Ordinal) || text.StartsWith("We are closed", StringComparison.Ordinal));

    private async Task Complain()
    {
        await _rina.Writes("Lapor!");
        await _rina.Agrees();
        foreach (var answer in Rubbish)
        {
            await _rina.Writes(answer);
        }
    }

    private async Task Publish(Bilingual? text) => (await new SetOfficeHoursHandler(_office.Events, _office.Clock)
        .Handle(new PublishOutOfHoursNotice(_office.Lawyer, text, Office.NewCause()), default)).IsRefused.Should().BeFalse();

    private async Task Close(params Holiday[] holidays) => (await new SetOfficeHoursHandler(_office.Events, _office.Clock)
        .Handle(new SetOfficeHours(_office.Lawyer, OfficeHours.Usual(IndonesianZone.Wib) with { Holidays = holidays }, Office.NewCause()), default)).IsRefused.Should().BeFalse();
}
