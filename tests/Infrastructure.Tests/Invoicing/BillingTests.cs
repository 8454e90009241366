using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Invoicing;

public sealed class BillingTests(HubDatabase database, BillingTests.KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<BillingTests.KeyFolder>
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task An_invoice_takes_approved_time_once_and_nothing_else()
    {
        await using var office = await Office.Open(database, keys.Path);
        var matter = await office.OpenMatter("Sari Dewi");
        var approved = await Record(office, matter, 13);
        await Record(office, matter, 60);
        (await office.Get<ApproveTimeEntryHandler>().Handle(new(office.Lawyer, approved, null, Office.NewCause()), CancellationToken.None))
            .Refusal.Should().BeNull();
        await office.Until(entry => entry.Id == approved && entry.State == TimeEntryState.Approved, "the approval is on the time page");

        var invoice = (await Draft(office, matter)).Value;
        var view = (await office.Get<ReadInvoicesHandler>().Handle(new ReadInvoice(office.Lawyer, invoice), CancellationToken.None)).Value;

        view.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { TimeEntryId = approved, Minutes = 18, Rate = 1_000_000L, Amount = 300_000L, Narrative = "Menelaah berkas" });
        view.Should().BeEquivalentTo(new { Fees = 300_000L, TaxBase = 275_000L, Vat = 33_000L, Total = 333_000L, Receivable = 333_000L });
        view.Terbilang.Should().Be("tiga ratus tiga puluh tiga ribu rupiah");
        view.ClientName.Should().Be("Sari Dewi");
        (await Draft(office, matter)).Refusal.Should().Be(InvoiceRefusals.NothingToBill);

        var printed = (await office.Get<PrintInvoiceHandler>().Handle(new(office.Lawyer, invoice), CancellationToken.None)).Value;
        PdfReading.Of(printed.Pdf.Span).Text.Should().Contain("Sari Dewi").And.Contain("Rp333.000");
    }

    [Fact]
    public async Task Time_taken_off_a_draft_goes_onto_the_next_invoice()
    {
        await using var office = await Office.Open(database, keys.Path);
        var matter = await office.OpenMatter("Sari Dewi");
        var entry = await Record(office, matter, 6);
        await office.Get<ApproveTimeEntryHandler>().Handle(new(office.Lawyer, entry, null, Office.NewCause()), CancellationToken.None);
        await office.Until(card => card.State == TimeEntryState.Approved, "the approval is on the time page");
        var first = (await Draft(office, matter)).Value;

        var removed = await office.Get<ChangeLinesHandler>().Handle(new RemoveLine(office.Lawyer, first, entry, Office.NewCause()), CancellationToken.None);
        removed.Refusal.Should().BeNull();
        await office.Until(card => card.State == TimeEntryState.Approved, "the time is free again");

        (await Draft(office, matter)).Value.Should().NotBe(first);
    }

    [Fact]
    public async Task Reversed_time_leaves_the_draft_it_was_on()
    {
        await using var office = await Office.Open(database, keys.Path);
        var matter = await office.OpenMatter("Sari Dewi");
        var entry = await Record(office, matter, 6);
        await office.Get<ApproveTimeEntryHandler>().Handle(new(office.Lawyer, entry, null, Office.NewCause()), CancellationToken.None);
        await office.Until(card => card.State == TimeEntryState.Approved, "the approval is on the time page");
        var invoice = (await Draft(office, matter)).Value;

        (await office.Get<ReverseTimeEntryHandler>().Handle(new(office.Lawyer, entry, "Klien keberatan", Office.NewCause()), CancellationToken.None))
            .Refusal.Should().BeNull();

        var view = (await office.Get<ReadInvoicesHandler>().Handle(new ReadInvoice(office.Lawyer, invoice), CancellationToken.None)).Value;
        view.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task An_auditor_sees_an_invoice_without_names_and_narratives()
    {
        await using var office = await Office.Open(database, keys.Path);
        var matter = await office.OpenMatter("Sari Dewi");
        var entry = await Record(office, matter, 6);
        await office.Get<ApproveTimeEntryHandler>().Handle(new(office.Lawyer, entry, null, Office.NewCause()), CancellationToken.None);
        await office.Until(card => card.State == TimeEntryState.Approved, "the approval is on the time page");
        var invoice = (await Draft(office, matter)).Value;

        var view = (await office.Get<ReadInvoicesHandler>().Handle(new ReadInvoice(office.Auditor, invoice), CancellationToken.None)).Value;

        view.ClientName.Should().BeNull();
        view.Lines.Should().OnlyContain(line => line.Narrative == null);
        view.Fees.Should().Be(100_000);
        var page = (await office.Get<ReadMattersHandler>().Handle(new ReadMatter(office.Auditor, matter), CancellationToken.None)).Value;
        page.Title.Should().BeNull();
        page.Parties.Should().OnlyContain(party => party.Name == null);
        page.History.Select(line => line.Type).Should().Equal("party_added", "conflict_check_run", "conflict_check_decided", "matter_opened");
    }

    [Fact]
    public async Task A_name_on_the_other_side_stops_the_acceptance_until_a_lawyer_decides()
    {
        await using var office = await Office.Open(database, keys.Path);
        var first = await office.OpenMatter("Sari Dewi", new NamedParty("PT Maju Jaya Tbk.", PartySide.Opposing, "opponent"));
        await Eventually.Is(
            async () => (await office.Get<IPartyIndex>().Search(office.Firm, default, PartyName.Of("Maju Jaya"), CancellationToken.None)).Count > 0,
            "the party can be found");
        var second = office.Request("Maju Djaya, PT");

        var matter = (await office.Store.Transact(
            office.Lawyer.Does(Office.NewCause(), office.Client),
            transaction => office.Get<MatterOpening>().Propose(transaction, second, CancellationToken.None), CancellationToken.None)).Value;
        (await office.Accept(second)).Refusal.Should().Be(MatterRefusals.HitsUndecided);
        var page = (await office.Get<ReadMattersHandler>().Handle(new ReadMatter(office.Lawyer, matter), CancellationToken.None)).Value;
        page.ConflictCheck.State.Should().Be(ConflictState.Hits);
        page.ConflictCheck.Hits.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { MatterNumber = "PKR-20261121-001", Side = PartySide.Opposing, Match = NameMatch.Whole });

        var decided = await office.Get<CheckConflictsHandler>().Handle(
            new DecideConflictCheck(office.Lawyer, matter, ConflictDecision.Waived, "Orang lain", Office.NewCause()), CancellationToken.None);
        decided.Refusal.Should().BeNull();
        (await office.Accept(second)).Value.Should().Be(matter).And.NotBe(first);
        var opened = (await office.Get<ReadMattersHandler>().Handle(new ReadMatter(office.Lawyer, matter), CancellationToken.None)).Value;
        opened.Should().BeEquivalentTo(new { Number = "PKR-20261121-002", State = MatterState.Open });
        opened.ConflictCheck.Reason.Should().Be("Orang lain");
    }

    [Fact]
    public async Task A_client_named_once_more_as_somebody_in_the_story_is_one_party()
    {
        await using var office = await Office.Open(database, keys.Path);

        var matter = await office.OpenMatter("Sari Dewi", new NamedParty("Ibu Sari Dewi", PartySide.Opposing, "suspect"));

        var page = (await office.Get<ReadMattersHandler>().Handle(new ReadMatter(office.Lawyer, matter), CancellationToken.None)).Value;
        page.Parties.Should().ContainSingle().Which.Side.Should().Be(PartySide.Client);
    }

    [Fact]
    public async Task Similar_names_are_found_strangers_and_other_firms_are_not()
    {
        await using var office = await Office.Open(database, keys.Path);
        var index = office.Get<IPartyIndex>();
        var matter = new MatterId(Guid.NewGuid());
        await index.Add(office.Firm, matter, new PartyId(Guid.NewGuid()), PartySide.Client, PartyName.Of("Budi Santoso"), CancellationToken.None);

        (await Search("Budi Santosa")).Should().Equal(NameMatch.Similar);
        (await Search("Santoso Budi, S.H.")).Should().Equal(NameMatch.Words);
        (await Search("BUDI SANTOSO")).Should().Equal(NameMatch.Whole);
        (await Search("Budi Hartono")).Should().BeEmpty();
        (await index.Search(Ring.NewFirm(), default, PartyName.Of("Budi Santoso"), CancellationToken.None)).Should().BeEmpty();
        (await index.Search(office.Firm, matter, PartyName.Of("Budi Santoso"), CancellationToken.None)).Should().BeEmpty("a matter is no conflict with itself");

        async Task<IEnumerable<NameMatch>> Search(string name) =>
            (await index.Search(office.Firm, default, PartyName.Of(name), CancellationToken.None)).Select(hit => hit.Match);
    }

    [Fact]
    public async Task An_approved_reply_becomes_suggested_time_of_its_lawyer()
    {
        await using var office = await Office.Open(database, keys.Path);
        await Append(office, new StreamId(office.Firm, "conversation", office.Conversation.Value), 0, new ConversationOpened(
            office.Conversation, new ChannelId(Guid.NewGuid()), office.Client, Personal.Of(office.Client, "•••12")));
        await Eventually.Find(
            () => office.Views.Find<InboxEntry>(office.Firm, office.Conversation.Value, CancellationToken.None), "the conversation is in the inbox");
        var matter = await office.OpenMatter("Sari Dewi");
        await Eventually.Is(
            async () => (await office.Views.Find<InboxEntry>(office.Firm, office.Conversation.Value, CancellationToken.None))?.Matter == matter,
            "the inbox knows the matter");
        var reply = new ReplyId(Guid.NewGuid());
        var text = new DraftText(new ContentRef(office.Client, Guid.NewGuid()), new string('0', 64), 125);

        await Append(
            office, new StreamId(office.Firm, "reply", reply.Value), 0,
            new ReplyProposed(reply, office.Conversation, office.Client, office.Maria, text, null, null),
            new ReplyApproved(reply, office.Conversation, office.Maria, text, new WritingEffort(125, 0, 0), [], Stale: false));
        await office.Until(entry => entry.State == TimeEntryState.Suggested, "the time is suggested");

        var page = (await office.Get<ReadTimeEntriesHandler>().Handle(
            new ReadTimeEntries(office.Lawyer, new TimeFilter(Matter: matter), new PageRequest()), CancellationToken.None)).Value;
        page.Items.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { StaffId = office.Maria, Minutes = 6, Units = 1, Amount = 100_000L, MatterTitle = "Pidana: Sari Dewi" });
    }

    [Fact]
    public async Task No_name_and_no_narrative_lies_in_the_database_in_clear()
    {
        await using var office = await Office.Open(database, keys.Path);
        var matter = await office.OpenMatter("Wiratmaja Kusumadewi");
        var entry = await Record(office, matter, 6);
        await office.Until(card => card.Id == entry, "the entry is on the time page");

        foreach (var table in new[] { "mt_events", "read_matter", "read_time_entry", "party_index" })
        {
            (await database.AsSuperuser($"select count(*) from {table} as stored where stored::text ~* 'wiratmaja|kusumadewi|menelaah'")).Should().Be(0L, table);
            (await database.AsSuperuser($"select count(*) > 0 from {table}")).Should().Be(true, table);
        }
    }

    private static async Task<TimeEntryId> Record(Office office, MatterId matter, int minutes) => (await office.Get<RecordTimeEntryHandler>().Handle(
        new RecordTimeEntry(office.Lawyer, matter, Today, minutes, "Menelaah berkas", null, Office.NewCause()), CancellationToken.None)).Value;

    private static Task<Result<InvoiceId>> Draft(Office office, MatterId matter) => office.Get<DraftInvoiceHandler>().Handle(
        new DraftInvoice(office.Lawyer, matter, Payer.Individual, Office.NewCause()), CancellationToken.None);

    private static async Task Append(Office office, StreamId stream, long version, params IDomainEvent[] events) => (await office.Store.Append(
        new UnitOfWork(office.Lawyer.Does(Office.NewCause(), office.Client), [new StreamAppend(stream, version, events)]), CancellationToken.None))
        .Should().BeOfType<AppendOutcome.Appended>();

    /// <summary>One master key for all tests on the database: a policy also meets what an earlier test left to do.</summary>
    public sealed class KeyFolder : IDisposable
    {
        public string Path { get; } = Ring.NewFolder();

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
