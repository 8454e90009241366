using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Tests.Matters;

public class MatterProjectionTests
{
    private static readonly MatterId Id = new(Guid.Parse("22222222-0000-0000-0000-000000000001"));
    private static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly InvoiceId Invoice = new(Guid.Parse("44444444-0000-0000-0000-000000000001"));
    private static readonly TimeEntryId Entry = new(Guid.Parse("11111111-0000-0000-0000-000000000001"));
    private static readonly Personal<string> Words = Personal.Of<string>(default, "kata");
    private static readonly PartyAdded Party = new(Id, default, Words, PartySide.Client, "client");
    private static readonly TimeEntryRecorded Recorded = new(Entry, Id, Maria, new DateOnly(2026, 11, 23), 12, Utbms.TalkWithClient, Words);
    private static readonly TimeEntryApproved Approved = new(Entry, Id, Maria, 12);
    private static readonly TimeEntryBilled Billed = new(Entry, Id, Invoice, 12);

    [Fact]
    public void Unapproved_time_is_a_loose_end() => Fold(Party, Recorded).LooseEnds().Should().Equal(LooseEnd.UnapprovedTime);

    [Fact]
    public void Approved_time_is_unbilled_until_it_is_on_an_invoice_and_again_once_it_is_taken_off()
    {
        Fold(Party, Recorded, Approved).Should().BeEquivalentTo(new { UnbilledMinutes = 12 });
        Fold(Party, Recorded, Approved, Billed).Should().BeEquivalentTo(new { UnbilledMinutes = 0 });
        Fold(Party, Recorded, Approved, Billed, new TimeEntryReleased(Entry, Id, Invoice, 12)).Should().BeEquivalentTo(new { UnbilledMinutes = 12 });
    }

    [Fact]
    public void Reversed_time_is_unbilled_no_more_and_a_billed_reversal_counts_nothing_twice()
    {
        Fold(Party, Recorded, Approved, new TimeEntryReversed(Entry, Id, Maria, 12, null)).UnbilledMinutes.Should().Be(0);
        Fold(Party, Recorded, Approved, Billed, new TimeEntryReversed(Entry, Id, Maria, 12, Invoice)).UnbilledMinutes.Should().Be(0);
    }

    [Fact]
    public void Rejected_time_is_settled() =>
        Fold(Party, Recorded, new TimeEntryRejected(Entry, Id, Maria)).LooseEnds().Should().BeEmpty();

    [Fact]
    public void An_invoice_is_open_until_it_is_issued()
    {
        var drafted = new InvoiceDrafted(Invoice, Id, default, Maria, new TaxTreatment(false, Payer.Individual, new(default, default, default, default, default, "")));

        Fold(Party, drafted).LooseEnds().Should().Equal(LooseEnd.OpenInvoice);
        Fold(Party, drafted, new InvoiceIssued(Invoice, Id, "INV/2026/000001", Maria)).LooseEnds().Should().BeEmpty();
    }

    [Fact]
    public void A_decision_on_hits_shows_who_when_and_why()
    {
        var card = Fold(Party, new ConflictCheckRun(Id, [new(Id, "PKR-20260101-001", PartySide.Opposing, PartySide.Client, NameMatch.Whole)]),
            new ConflictCheckDecided(Id, ConflictDecision.Waived, Maria));

        card.Check.Should().BeEquivalentTo(new { State = ConflictState.Waived, DecidedBy = Maria, Reason = "Orang lain" });
        card.Check.Hits.Should().ContainSingle();
    }

    private static MatterCard Fold(params IDomainEvent[] events)
    {
        var projection = new MatterProjection();
        var key = new DocumentKey(Id.Value);
        return events.Aggregate(default(MatterCard), (view, @event) => projection.Evolve(key, view, new EventEnvelope(
            1, Guid.Empty, new StreamId(default, "matter", Id.Value), 1, "test", @event, DateTimeOffset.UnixEpoch, Actor.System("test"), "Orang lain",
            Guid.Empty, null, null, ReadOnlyMemory<byte>.Empty)))!;
    }
}
