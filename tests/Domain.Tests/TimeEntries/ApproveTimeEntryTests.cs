using Lawyers.Hub.Domain.TimeEntries;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.TimeEntries.Worked;

namespace Lawyers.Hub.Domain.Tests.TimeEntries;

public class ApproveTimeEntryTests
{
    [Fact]
    public void A_suggested_entry_is_approved_as_it_stands() =>
        Given(TimeEntry.Decider, Suggested).When(new TimeEntryCommand.Approve(Maria, null)).Then(Approved);

    [Fact]
    public void Other_minutes_are_an_edit_and_an_approval_rounded_up_to_six_minutes() =>
        Given(TimeEntry.Decider, Suggested)
            .When(new TimeEntryCommand.Approve(Maria, Minutes: 13))
            .Then(
                new TimeEntryEdited(Entry, TheMatter, new(6, Narrative), new(18, Narrative), Maria),
                new TimeEntryApproved(Entry, TheMatter, Maria, 18));

    [Fact]
    public void A_second_click_changes_nothing() =>
        Given(TimeEntry.Decider, Suggested, Approved).When(new TimeEntryCommand.Approve(Maria, 6)).ThenNothing();

    [Fact]
    public void An_approved_entry_refuses_other_minutes() =>
        Given(TimeEntry.Decider, Suggested, Approved)
            .When(new TimeEntryCommand.Approve(Maria, 30))
            .ThenRefused(TimeEntryRefusals.AlreadyApproved);

    [Fact]
    public void No_minutes_cannot_be_approved_until_a_person_says_how_many()
    {
        var little = Suggested with { Work = TooLittle, Minutes = 0 };
        Given(TimeEntry.Decider, little).When(new TimeEntryCommand.Approve(Maria, null)).ThenRefused(TimeEntryRefusals.NoMinutes);
        Given(TimeEntry.Decider, little)
            .When(new TimeEntryCommand.Approve(Maria, 6))
            .Then(new TimeEntryEdited(Entry, TheMatter, new(0, Narrative), new(6, Narrative), Maria), Approved);
    }

    [Fact]
    public void A_rejected_entry_cannot_be_approved() =>
        Given(TimeEntry.Decider, Suggested, new TimeEntryRejected(Entry, TheMatter, Maria))
            .When(new TimeEntryCommand.Approve(Maria, null))
            .ThenRefused(TimeEntryRefusals.NoLongerOpen);

    [Fact]
    public void A_rejection_needs_its_reason() =>
        Given(TimeEntry.Decider, Suggested).When(new TimeEntryCommand.Reject(Maria, " ")).ThenRefused(TimeEntryRefusals.ReasonMissing);

    [Theory]
    [InlineData(0)]
    [InlineData(-6)]
    [InlineData(1441)]
    public void Minutes_outside_a_day_are_refused(int minutes) =>
        Given(TimeEntry.Decider, Suggested).When(new TimeEntryCommand.Approve(Maria, minutes)).ThenRefused(TimeEntryRefusals.NoMinutes);
}
