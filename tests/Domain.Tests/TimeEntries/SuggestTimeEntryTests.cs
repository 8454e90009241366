using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.TimeEntries;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.TimeEntries.Worked;

namespace Lawyers.Hub.Domain.Tests.TimeEntries;

public class SuggestTimeEntryTests
{
    private static readonly TimeEntrySuggested Little = Suggested with
    {
        Work = TooLittle,
        Components = new TimeComponents(0, 1, 0, 0, 0, 0),
        Minutes = 0,
    };

    [Fact]
    public void Enough_work_becomes_a_suggestion_with_its_components() =>
        Given(TimeEntry.Decider).When(Suggest(OneUnit)).Then(Suggested);

    [Fact]
    public void Work_under_two_minutes_is_shown_with_none_to_bill() =>
        Given(TimeEntry.Decider).When(Suggest(TooLittle)).Then(Little);

    [Fact]
    public void Little_work_adds_up_over_the_day_until_it_can_be_billed() =>
        Given(TimeEntry.Decider, Little)
            .When(Suggest(TooLittle))
            .Then(new TimeEntrySuggestionRevised(
                Entry, TheMatter, DayOfWork.Nothing with { TypedWords = 50, Replies = 2 }, new TimeComponents(0, 2, 0, 0, 0, 0), 6,
                Personal.Of(Client, "Korespondensi dengan klien melalui WhatsApp: menyiapkan 2 balasan")));

    [Fact]
    public void More_work_on_the_same_day_revises_the_suggestion() =>
        Given(TimeEntry.Decider, Suggested)
            .When(Suggest(OneUnit))
            .Then(new TimeEntrySuggestionRevised(
                Entry, TheMatter, DayOfWork.Nothing with { TypedWords = 250, Replies = 2 }, new TimeComponents(0, 10, 0, 0, 0, 0), 12,
                Personal.Of(Client, "Korespondensi dengan klien melalui WhatsApp: menyiapkan 2 balasan")));

    [Fact]
    public void An_entry_that_a_person_edited_is_left_alone() =>
        Given(
            TimeEntry.Decider,
            Suggested,
            new TimeEntryEdited(Entry, TheMatter, new(6, Narrative), new(18, Narrative), Maria)).When(Suggest(OneUnit)).ThenNothing();

    [Fact]
    public void An_approved_entry_is_left_alone() => Given(TimeEntry.Decider, Suggested, Approved).When(Suggest(OneUnit)).ThenNothing();

    [Fact]
    public void A_day_takes_the_highest_complexity_and_the_latest_message_read()
    {
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var morning = DayOfWork.Nothing with { InboundWords = 10, Complexity = MessageComplexity.Complex, ReadUpTo = noon };
        var evening = DayOfWork.Nothing with { InboundWords = 5, Complexity = MessageComplexity.Moderate };

        morning.And(evening).Should().Be(
            DayOfWork.Nothing with { InboundWords = 15, Complexity = MessageComplexity.Complex, ReadUpTo = noon });
    }
}
