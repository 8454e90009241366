using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.TimeEntries;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.TimeEntries.Worked;

namespace Lawyers.Hub.Domain.Tests.Invoicing;

public class DraftInvoiceTests
{
    private static readonly TaxTreatment Tax = new(
        Taxable: true,
        Payer.Individual,
        new TaxRules(new(2025, 1, 1), new(11, 12), new(12, 100), new(2, 100), new(4, 100), "PMK 131/2024"));

    private static readonly ApprovedTime Time = ApprovedTime.Of(TimeEntry.Decider.Fold([Suggested, Approved]))!;
    private static readonly HourlyTime Hourly = new(Time, new Money(1_000_000));
    private static readonly InvoiceDrafted Drafted = new(Invoice, TheMatter, Client, Maria, Tax);
    private static readonly LineAdded Line = new(
        Invoice, TheMatter, new InvoiceLine(Entry, Maria, Monday, 6, new(1_000_000), new(100_000), Narrative));

    private static readonly InvoiceApproved InvoiceApproved = new(Invoice, TheMatter, Maria);
    private static readonly InvoiceIssued Issued = new(Invoice, TheMatter, "INV/2026/000001", Maria);

    [Fact]
    public void A_draft_holds_approved_time_at_the_hourly_rate() =>
        Given(InvoiceDraft.Decider).When(new InvoiceCommand.Draft(Invoice, TheMatter, Client, Maria, Tax, [Hourly])).Then(Drafted, Line);

    [Fact]
    public void Nothing_approved_is_no_invoice() =>
        Given(InvoiceDraft.Decider)
            .When(new InvoiceCommand.Draft(Invoice, TheMatter, Client, Maria, Tax, []))
            .ThenRefused(InvoiceRefusals.NothingToBill);

    [Fact]
    public void Time_of_another_matter_is_refused() =>
        Given(InvoiceDraft.Decider)
            .When(new InvoiceCommand.Draft(Invoice, new MatterId(Guid.Parse("22222222-0000-0000-0000-000000000002")), Client, Maria, Tax, [Hourly]))
            .ThenRefused(InvoiceRefusals.OtherMatter);

    [Fact]
    public void One_time_entry_is_one_line()
    {
        Given(InvoiceDraft.Decider, Drafted, Line).When(new InvoiceCommand.AddLine(Hourly)).ThenRefused(InvoiceRefusals.AlreadyOnInvoice);
        Given(InvoiceDraft.Decider)
            .When(new InvoiceCommand.Draft(Invoice, TheMatter, Client, Maria, Tax, [Hourly, Hourly]))
            .ThenRefused(InvoiceRefusals.AlreadyOnInvoice);
    }

    [Fact]
    public void A_line_is_removed_from_a_draft_and_from_nothing_else()
    {
        Given(InvoiceDraft.Decider, Drafted, Line)
            .When(new InvoiceCommand.RemoveLine(Entry)).Then(new LineRemoved(Invoice, TheMatter, Entry));
        Given(InvoiceDraft.Decider, Drafted, Line, InvoiceApproved)
            .When(new InvoiceCommand.RemoveLine(Entry)).ThenRefused(InvoiceRefusals.NotDraft);
        Given(InvoiceDraft.Decider, Drafted).When(new InvoiceCommand.RemoveLine(Entry)).ThenRefused(InvoiceRefusals.NoSuchLine);
    }

    [Fact]
    public void An_empty_draft_cannot_be_approved() =>
        Given(InvoiceDraft.Decider, Drafted, Line, new LineRemoved(Invoice, TheMatter, Entry))
            .When(new InvoiceCommand.Approve(Maria)).ThenRefused(InvoiceRefusals.NoLines);

    [Fact]
    public void An_invoice_is_issued_only_after_its_approval()
    {
        Given(InvoiceDraft.Decider, Drafted, Line)
            .When(new InvoiceCommand.Issue("INV/2026/000001", Maria)).ThenRefused(InvoiceRefusals.NotApproved);
        Given(InvoiceDraft.Decider, Drafted, Line).When(new InvoiceCommand.Approve(Maria)).Then(InvoiceApproved);
        Given(InvoiceDraft.Decider, Drafted, Line, InvoiceApproved)
            .When(new InvoiceCommand.Issue("INV/2026/000001", Maria)).Then(Issued);
    }

    [Fact]
    public void An_issued_invoice_never_changes_but_can_be_voided_with_a_reason()
    {
        var issued = Given(InvoiceDraft.Decider, Drafted, Line, InvoiceApproved, Issued);

        issued.When(new InvoiceCommand.AddLine(Hourly)).ThenRefused(InvoiceRefusals.NotDraft);
        issued.When(new InvoiceCommand.Issue("INV/2026/000002", Maria)).ThenRefused(InvoiceRefusals.AlreadyIssued);
        issued.When(new InvoiceCommand.Void(Maria, " ")).ThenRefused(InvoiceRefusals.ReasonMissing);
        issued.When(new InvoiceCommand.Void(Maria, "Salah pihak")).Then(new InvoiceVoided(Invoice, TheMatter, Maria));
    }

    [Fact]
    public void A_void_invoice_takes_no_more_orders() =>
        Given(InvoiceDraft.Decider, Drafted, Line, new InvoiceVoided(Invoice, TheMatter, Maria))
            .When(new InvoiceCommand.Approve(Maria)).ThenRefused(InvoiceRefusals.IsVoid);

    [Fact]
    public void Totals_follow_the_lines() =>
        InvoiceDraft.Decider.Fold([Drafted, Line]).Should().BeOfType<InvoiceDraft.Drafted>()
            .Which.Totals.Should().Be(new InvoiceTotals(new(100_000), new(91_667), new(11_000), Money.Zero));
}
