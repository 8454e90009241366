using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.TimeEntries;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.TimeEntries.Worked;

namespace Lawyers.Hub.Domain.Tests.TimeEntries;

public class EditTimeEntryTests
{
    [Fact]
    public void An_edit_shows_what_stood_before_and_after() =>
        Given(TimeEntry.Decider, Suggested)
            .When(new TimeEntryCommand.Edit(Maria, 10, " Menelaah surat panggilan ", OwnOnly: false))
            .Then(new TimeEntryEdited(
                Entry, TheMatter, new(6, Narrative), new(12, Personal.Of(Client, "Menelaah surat panggilan")), Maria));

    [Fact]
    public void Nothing_changed_is_no_event() =>
        Given(TimeEntry.Decider, Suggested).When(new TimeEntryCommand.Edit(Maria, 5, null, OwnOnly: true)).ThenNothing();

    [Fact]
    public void Whoever_may_change_only_their_own_time_is_refused_another_persons() =>
        Given(TimeEntry.Decider, Suggested)
            .When(new TimeEntryCommand.Edit(Budi, 12, null, OwnOnly: true))
            .ThenRefused(TimeEntryRefusals.NotYours);

    [Fact]
    public void Approved_time_cannot_be_edited() =>
        Given(TimeEntry.Decider, Suggested, Approved)
            .When(new TimeEntryCommand.Edit(Maria, 12, null, OwnOnly: false))
            .ThenRefused(TimeEntryRefusals.NoLongerOpen);

    [Fact]
    public void Time_recorded_by_hand_is_rounded_up_once() =>
        Given(TimeEntry.Decider)
            .When(new TimeEntryCommand.RecordWork(Entry, TheMatter, Budi, Monday, 7, Utbms.TalkWithClient, Narrative))
            .Then(new TimeEntryRecorded(Entry, TheMatter, Budi, Monday, 12, Utbms.TalkWithClient, Narrative));

    [Fact]
    public void Time_without_a_narrative_is_refused() =>
        Given(TimeEntry.Decider)
            .When(new TimeEntryCommand.RecordWork(Entry, TheMatter, Budi, Monday, 7, Utbms.TalkWithClient, Personal.Of(Client, "  ")))
            .ThenRefused(TimeEntryRefusals.NoNarrative);
}
