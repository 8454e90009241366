using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Application.Tests.Tickets;

/// <summary>A complaint from the client's first word to its end, through everything between the bus and Meta.</summary>
public sealed class ComplaintTests : IAsyncLifetime
{
    private static readonly string[] Rubbish = ["Sampah", "Jl. Melati No. 15, Kota Bandung", "Sampah menumpuk di depan sekolah.", "tidak", "LEWATI"];

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        await _office.Install("complaint-id");
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_client_whose_first_word_is_LAPOR_is_asked_what_to_report_and_gets_a_numbered_ticket()
    {
        await _rina.Writes("Lapor!");
        (await _rina.Agrees()).Should().ContainSingle().Which.Should().Contain("Apa yang ingin Anda laporkan?");

        (await Answers(Rubbish))[^1].Should().Contain("terdaftar dengan nomor LAP-20261123-001");

        var opened = _office.All<TicketOpened>().Should().ContainSingle().Subject;
        opened.Should().BeEquivalentTo(new
        {
            Number = "LAP-20261123-001",
            State = "baru",
            Category = "sampah",
            Region = "3273",
            Urgency = Urgency.Normal,
            Language = "id",
        });
        var submitted = _office.Events.All.Single(envelope => envelope.Event is IntakeSubmitted);
        var ticket = _office.Events.All.Single(envelope => envelope.Event is TicketOpened);
        (ticket.Correlation, ticket.Causation).Should().Be((submitted.Correlation, submitted.Causation), "one unit of work gave number and ticket");
    }

    [Fact]
    public async Task Without_the_word_the_same_firm_begins_with_its_legal_menu()
    {
        await _rina.Writes("Selamat siang");

        (await _rina.Agrees()).Should().ContainSingle().Which.Should().Contain("keadaan mendesak");
    }

    [Fact]
    public async Task Each_change_is_told_to_the_client_in_published_words_and_STATUS_answers_at_any_time()
    {
        var ticket = await Complain();
        (await _rina.Writes("STATUS")).Should().Equal("Laporan Anda LAP-20261123-001 sudah kami terima dan menunggu diperiksa petugas.");

        (await Move(ticket, "diproses")).Should().Equal("Laporan Anda LAP-20261123-001 sedang kami tangani.");
        (await _rina.Writes("status")).Should().Equal("Laporan Anda LAP-20261123-001 sedang kami tangani.");
        (await Move(ticket, "selesai", note: "Sudah diangkut truk 7")).Should().ContainSingle()
            .Which.Should().Contain("sudah selesai ditangani").And.NotContain("truk");

        _office.All<OutboundRequested>()[^1].Should().BeEquivalentTo(new { Kind = OutboundKind.Script, Basis = "definition:complaint@1/ticket/selesai" });
        _office.All<IntakeReviewed>().Should().ContainSingle("the first step takes it out of the queue");
    }

    [Fact]
    public async Task What_was_heard_before_a_crash_is_not_said_twice()
    {
        var ticket = await Complain();
        await _rina.Writes("STATUS");
        await Move(ticket, "diproses");
        var (events, said) = (_office.All<TicketEvent>().Count, _office.Meta.Texts.Count);

        await _office.HearEverythingAgain();

        _office.All<TicketEvent>().Should().HaveCount(events);
        _office.Meta.Texts.Should().HaveCount(said);
    }

    [Fact]
    public async Task Outside_the_window_the_gate_stops_the_words_and_the_page_says_so()
    {
        var ticket = await Complain();
        _office.Clock.Now += TimeSpan.FromHours(25);

        (await Move(ticket, "diproses")).Should().BeEmpty();

        var page = await Read(ticket);
        page.Ticket.State.Value.Should().Be("diproses");
        page.Steps[0].Told.Should().Be(new TicketNoticeView(
            "Laporan Anda LAP-20261123-001 sedang kami tangani.", ByTemplate: false, MessageState.Blocked, "Window"));
    }

    [Fact]
    public async Task Outside_the_window_the_firms_approved_template_tells_it_with_the_number_filled_in()
    {
        var ticket = await Complain();
        await _office.MetaShows("laporan_diproses", "Kabar dari kami: laporan {{1}} sedang ditangani.", "APPROVED");
        _office.Clock.Now += TimeSpan.FromHours(25);

        (await Move(ticket, "diproses")).Should().Equal("Kabar dari kami: laporan LAP-20261123-001 sedang ditangani.");

        _office.All<OutboundRequested>()[^1].Should().BeEquivalentTo(new { Format = "template", Basis = "definition:complaint@1/ticket/diproses" });
        (await Read(ticket)).Steps[0].Told.Should().BeEquivalentTo(
            new { Text = "Kabar dari kami: laporan LAP-20261123-001 sedang ditangani.", ByTemplate = true });
    }

    [Fact]
    public async Task A_language_chosen_after_the_report_counts_for_what_is_told_of_it()
    {
        var ticket = await Complain();
        (await _rina.Writes("ENGLISH")).Should().ContainSingle().Which.Should().Contain("LAP-20261123-001 is complete");

        (await Move(ticket, "diproses")).Should().Equal("We are working on your report LAP-20261123-001.");
    }

    [Fact]
    public async Task A_client_reports_again_and_the_day_goes_on_counting()
    {
        await Complain();

        (await _rina.Writes("lapor")).Should().ContainSingle().Which.Should().Contain("Apa yang ingin Anda laporkan?");
        (await Answers(["1", "Jl. Kenanga 2, Kab. Sleman", "Banyak lubang", "ya", "LEWATI"]))[^1].Should().Contain("LAP-20261123-002");

        _office.All<TicketOpened>().Select(opened => (opened.Number, opened.Category, opened.Region, opened.Urgency)).Should().Equal(
            ("LAP-20261123-001", "sampah", "3273", Urgency.Normal), ("LAP-20261123-002", "jalan_rusak", "3404", Urgency.Critical));
        (await _rina.Writes("STATUS")).Should().HaveCount(2, "both are open");
    }

    [Fact]
    public async Task A_closed_complaint_is_reopened_and_the_past_stays_as_it_was()
    {
        var ticket = await Complain();
        await Move(ticket, "diproses");
        await Move(ticket, "selesai", note: "Sudah diangkut");
        var closed = _office.Clock.Now;
        _office.Clock.Now += TimeSpan.FromHours(1);

        (await new MoveTicketHandler(_office.Events, Definitions).Handle(
            new ReopenTicket(Dewi, ticket, "kembali menumpuk", Office.NewCause()), CancellationToken.None)).Refusal.Should().BeNull();

        var (now, then) = (await Read(ticket), await Read(ticket, closed));
        now.Ticket.Should().BeEquivalentTo(new { IsClosed = false });
        now.Ticket.State.Value.Should().Be("diproses");
        now.Steps[^1].Should().BeEquivalentTo(new { Reopens = true, Reason = "kembali menumpuk" });
        now.Next.Select(next => next.To.Value).Should().Equal("selesai", "ditolak");
        then.Ticket.State.Value.Should().Be("selesai");
        then.Next.Should().BeEmpty();
    }

    [Fact]
    public async Task Staff_without_the_right_see_that_there_is_a_ticket_and_not_what_it_says()
    {
        var ticket = await Complain();
        await Move(ticket, "diproses", note: "Truk dipesan");

        var page = await Read(ticket, caller: Person(Role.Auditor));

        page.Answers.Should().HaveCount(5).And.OnlyContain(answer => answer.Display == null);
        page.Steps[0].Note.Should().BeNull();
        page.Next.Should().OnlyContain(next => !next.Yours);
        (await Read(ticket)).Steps[0].Note!.Value.Should().Be("Truk dipesan");
    }

    [Fact]
    public async Task A_complaint_is_decided_on_its_ticket_and_not_as_a_case()
    {
        await Complain();
        var declined = await new DecideIntakeHandler(_office.Events).Handle(
            new DeclineIntake(_office.Lawyer, _office.All<TicketOpened>()[0].Intake, "x", Office.NewCause()), CancellationToken.None);

        declined.Refusal.Should().Be(IntakeRefusals.IsTicket);
    }

    [Fact]
    public async Task Who_asks_for_a_person_about_a_complaint_is_noted_and_told()
    {
        var ticket = await Complain();
        await Move(ticket, "ditolak", reason: "ganda");

        (await _rina.Writes("PETUGAS")).Should().ContainSingle().Which.Should().Contain("teruskan kepada petugas");

        _office.All<PersonRequested>().Should().ContainSingle().Which.Intake.Should().Be(_office.All<TicketOpened>().Single().Intake);
    }

    [Fact]
    public async Task Statistics_count_by_state_category_region_week_and_age()
    {
        var first = await Complain();
        await _rina.Writes("lapor");
        await Answers(["1", "Jl. Kenanga 2, Kab. Sleman", "Banyak lubang", "ya", "LEWATI"]);
        await _rina.Writes("lapor");
        await Answers(["Sampah", "tidak tahu di mana", "Bau menyengat", "tidak", "LEWATI"]);
        await Move(first, "ditolak", reason: "ganda");
        _office.Clock.Now += TimeSpan.FromDays(4);

        var statistics = await Count();

        (statistics.Total, statistics.Open).Should().Be((3, 2));
        statistics.ByState.Select(count => (count.Code!.Value, count.Code.Label.En, count.Total)).Should().Equal(("baru", "New", 2), ("ditolak", "Declined", 1));
        statistics.ByCategory.Select(count => (count.Code!.Label.Id, count.Total, count.Open)).Should().Equal(("Sampah", 2, 1), ("Jalan rusak", 1, 1));
        statistics.ByRegion.Select(count => (count.Code?.Label.Id, count.Total)).Should().Equal(("Kota Bandung", 1), ("Kabupaten Sleman", 1), (null, 1));
        statistics.ByAge.Select(count => (count.MinDays, count.Open)).Should().Equal((0, 0), (1, 0), (3, 2), (7, 0), (30, 0));
        statistics.ByWeek[0].Should().Be(new TicketWeekCount(new DateOnly(2026, 11, 21), MinDays: 0, MaxDays: 7, Total: 3, Open: 2));
        statistics.ByWeek.Skip(1).Should().HaveCount(7).And.OnlyContain(week => week.Total == 0);
        (await Count(region: "3404")).Total.Should().Be(1);
        (await Count(region: "")).ByCategory.Should().ContainSingle().Which.Code!.Value.Should().Be("sampah");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_place_age_and_number()
    {
        var first = await Complain();
        _office.Clock.Now += TimeSpan.FromDays(2);
        await _rina.Writes("lapor");
        await Answers(["1", "Jl. Kenanga 2, Kab. Sleman", "Banyak lubang", "ya", "LEWATI"]);
        await Move(first, "ditolak", reason: "ganda");

        (await List(new TicketFilter())).Should().Equal("LAP-20261125-001", "LAP-20261123-001");
        (await List(new TicketFilter(Closed: false))).Should().Equal("LAP-20261125-001");
        (await List(new TicketFilter(State: "ditolak"))).Should().Equal("LAP-20261123-001");
        (await List(new TicketFilter(Category: "jalan_rusak", Region: "3404"))).Should().Equal("LAP-20261125-001");
        (await List(new TicketFilter(Region: "3404", Closed: true))).Should().BeEmpty();
        (await List(new TicketFilter(MinDays: 1))).Should().Equal("LAP-20261123-001");
        (await List(new TicketFilter(MaxDays: 1))).Should().Equal("LAP-20261125-001");
        (await List(new TicketFilter(Number: "lap-20261123-001"))).Should().Equal("LAP-20261123-001");
        (await List(new TicketFilter(Number: " 001"))).Should().HaveCount(2);
    }

    private static Caller Person(Role role) => new(
        new TenantId(Guid.Parse("77777777-0000-0000-0000-000000000001")), Actor.Staff(new StaffId(Guid.Parse("33333333-0000-0000-0000-000000000002"))),
        new StaffId(Guid.Parse("33333333-0000-0000-0000-000000000002")), new HashSet<Role> { role });

    private static Caller Dewi => Person(Role.Paralegal);

    private DefinitionCatalog Definitions => new(_office.Events, new DefinitionReader());

    private TicketScreen Screen => new(
        Definitions,
        new IntakeScreen(Definitions, _office.Contexts, _office.Views, new Colleagues()),
        _office.Views, new Colleagues(), _office.Contents, RegionFile.Read());

    private async Task<TicketId> Complain()
    {
        await _rina.Writes("lapor");
        await _rina.Agrees();
        await Answers(Rubbish);
        return _office.All<TicketOpened>()[^1].Ticket;
    }

    private async Task<IReadOnlyList<string>> Answers(IEnumerable<string> answers)
    {
        IReadOnlyList<string> said = [];
        foreach (var answer in answers)
        {
            said = await _rina.Writes(answer);
        }

        return said;
    }

    /// <summary>What the client hears of it.</summary>
    private async Task<IReadOnlyList<string>> Move(TicketId ticket, string to, string? note = null, string? reason = null)
    {
        var before = _office.Meta.Texts.Count;
        var moved = await new MoveTicketHandler(_office.Events, Definitions).Handle(
            new MoveTicket(Dewi, ticket, to, note, reason, Office.NewCause()), CancellationToken.None);
        moved.Refusal.Should().BeNull();
        await _office.Settle();
        return [.. _office.Meta.Texts.Skip(before)];
    }

    private async Task<TicketDetail> Read(TicketId ticket, DateTimeOffset? asOf = null, Caller? caller = null) =>
        (await Reading.Handle(new ReadTicket(caller ?? Dewi, ticket, asOf), CancellationToken.None)).Value;

    private async Task<IEnumerable<string>> List(TicketFilter filter) =>
        (await Reading.Handle(new ReadTickets(Dewi, filter, new PageRequest(Descending: true)), CancellationToken.None)).Value.Items.Select(item => item.Number);

    private async Task<TicketStatistics> Count(string? region = null) =>
        (await new ReadTicketStatisticsHandler(_office.Views, Definitions, Screen, _office.Clock)
            .Handle(new ReadTicketStatistics(Dewi, null, region), CancellationToken.None)).Value;

    private ReadTicketsHandler Reading => new(
        _office.Views, _office.Events, Screen, new Readings(_office.Events, new RecentReadings(_office.Clock), _office.Clock), _office.Clock);
}
