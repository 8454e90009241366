using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.TimeEntries;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.TimeEntries.Worked;

namespace Lawyers.Hub.Domain.Tests.TimeEntries;

public class BillTimeEntryTests
{
    private static readonly InvoiceId Other = new(Guid.Parse("44444444-0000-0000-0000-000000000002"));

    [Fact]
    public void Approved_time_is_billed() =>
        Given(TimeEntry.Decider, Suggested, Approved).When(new TimeEntryCommand.Bill(Invoice)).Then(Billed);

    [Fact]
    public void Unapproved_time_is_never_billed() =>
        Given(TimeEntry.Decider, Suggested).When(new TimeEntryCommand.Bill(Invoice)).ThenRefused(TimeEntryRefusals.NotApproved);

    [Fact]
    public void Time_is_billed_once() =>
        Given(TimeEntry.Decider, Suggested, Approved, Billed)
            .When(new TimeEntryCommand.Bill(Other))
            .ThenRefused(TimeEntryRefusals.BilledElsewhere);

    [Fact]
    public void Time_taken_off_an_invoice_can_be_billed_again() =>
        Given(TimeEntry.Decider, Suggested, Approved, Billed, new TimeEntryReleased(Entry, TheMatter, Invoice, 6))
            .When(new TimeEntryCommand.Bill(Other))
            .Then(new TimeEntryBilled(Entry, TheMatter, Other, 6));

    [Fact]
    public void Billed_time_can_only_be_reversed_and_that_with_a_reason()
    {
        Given(TimeEntry.Decider, Suggested, Approved, Billed)
            .When(new TimeEntryCommand.Reverse(Maria, ""))
            .ThenRefused(TimeEntryRefusals.ReasonMissing);
        Given(TimeEntry.Decider, Suggested, Approved, Billed)
            .When(new TimeEntryCommand.Reverse(Maria, "Klien keberatan"))
            .Then(new TimeEntryReversed(Entry, TheMatter, Maria, 6, Invoice));
    }

    [Fact]
    public void Only_an_approved_entry_yields_time_for_an_invoice()
    {
        TimeEntryEvent[] events = [Suggested, Approved, Billed];

        var yields = Enumerable.Range(0, 4).Select(count => ApprovedTime.Of(TimeEntry.Decider.Fold(events.Take(count))) is not null);

        yields.Should().Equal(false, false, true, false);
    }

    [Fact]
    public void Rounding_goes_up_to_the_next_six_minutes_and_no_further() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>().Filter(minutes => minutes is > 0 and <= BillingUnit.LongestDay), minutes =>
        {
            var rounded = BillingUnit.RoundUp(minutes);
            return rounded % 6 == 0 && rounded >= minutes && rounded - minutes < 6 && BillingUnit.RoundUp(rounded) == rounded;
        }).QuickCheckThrowOnFailure();
}
