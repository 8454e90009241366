using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Domain.Tests.Assist;

public sealed class TimeEstimateTests
{
    private static readonly ObservedWork Idle = new(0, 0, 0, 0, 0, 0, [], [], [], MessageComplexity.Simple, WindowMinutes: null, Billable: true);

    public static TheoryData<string> CaseIds() => [.. TimeCase.All().Select(worked => worked.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void The_estimate_equals_the_worked_example(string id)
    {
        var worked = TimeCase.All().Single(other => other.GetProperty("id").GetString() == id);
        var expected = worked.GetProperty("expected");
        var components = expected.GetProperty("components");

        var estimate = TimeEstimate.Of(TimeCase.Work(worked.GetProperty("input")));

        estimate.Components.Should().Be(new TimeComponents(
            Component("reading"), Component("drafting"), Component("draft_review"), Component("documents"), Component("media"), Component("calls")));
        estimate.RawMinutes.Should().Be(expected.GetProperty("raw_minutes").GetDecimal());
        estimate.Capped.Should().Be(expected.GetProperty("capped").GetBoolean());
        estimate.Units.Should().Be(expected.GetProperty("units").GetInt32());
        estimate.SuggestedMinutes.Should().Be(expected.GetProperty("suggested_minutes").GetInt32());

        decimal Component(string name) => components.GetProperty(name).GetDecimal();
    }

    [Theory]
    [InlineData(119, 0)]
    [InlineData(120, 1)]
    [InlineData(539, 1)]
    [InlineData(540, 2)]
    [InlineData(899, 2)]
    [InlineData(900, 3)]
    public void Time_is_billed_to_the_nearest_unit_from_two_minutes_on_and_ties_go_up(int seconds, int units) =>
        TimeEstimate.Of(Idle with { Calls = [new CallHeld(seconds, 0)] }).Units.Should().Be(units);

    [Fact]
    public void Halves_of_a_hundredth_round_away_from_zero() =>
        TimeEstimate.Of(Idle with { InboundWords = 1 }).Components.Reading.Should().Be(0.01m);

    [Fact]
    public void Free_work_bills_nothing_but_still_shows_what_was_done()
    {
        var estimate = TimeEstimate.Of(Idle with { TypedWords = 500, Billable = false });

        estimate.Should().BeEquivalentTo(new { Units = 0, SuggestedMinutes = 0, RawMinutes = 20m });
        estimate.Because.Should().Contain("not billable by agreement").And.Contain("drafting: 20 minutes for 500 words written");
    }

    [Fact]
    public void A_window_larger_than_the_work_changes_nothing() =>
        TimeEstimate.Of(Idle with { TypedWords = 500, WindowMinutes = 20 }).Capped.Should().BeFalse();

    [Fact]
    public void A_firm_may_set_its_own_rates() =>
        TimeEstimate.Of(Idle with { TypedWords = 500 }, new TimeRates(DraftingWordsPerMinute: 50)).RawMinutes.Should().Be(10m);

    [Fact]
    public void Counts_near_the_limit_of_an_integer_do_not_overflow() =>
        TimeEstimate.Of(Idle with { TypedWords = int.MaxValue, NoteWords = int.MaxValue }).RawMinutes.Should().BeGreaterThan(0);

    [Theory]
    [InlineData(MessageIntent.NewCase, true)]
    [InlineData(MessageIntent.FollowUp, true)]
    [InlineData(MessageIntent.Greeting, false)]
    [InlineData(MessageIntent.Complaint, false)]
    [InlineData(MessageIntent.AskFee, false)]
    public void Only_words_about_the_matter_bill(MessageIntent intent, bool bills) => ObservedWork.Bills(intent).Should().Be(bills);

    [Fact]
    public void More_work_never_costs_less_and_a_window_never_costs_more() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            Gen.Choose(0, 3000).Three().ToArbitrary(),
            ((int Words, int More, int Window) draw) =>
            {
                var work = Idle with { TypedWords = draw.Words, Complexity = MessageComplexity.Complex };
                var units = TimeEstimate.Of(work).Units;
                return TimeEstimate.Of(work with { TypedWords = draw.Words + draw.More }).Units >= units
                    && TimeEstimate.Of(work with { WindowMinutes = draw.Window }).Units <= units;
            }));

    [Fact]
    public void A_suggestion_lies_within_half_a_unit_of_the_work_or_is_the_smallest_one() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            Gen.Choose(0, 100_000).ToArbitrary(),
            (int seconds) =>
            {
                var estimate = TimeEstimate.Of(Idle with { Calls = [new CallHeld(seconds, 0)] });
                return estimate.Units <= 1 || Math.Abs(estimate.SuggestedMinutes - estimate.RawMinutes) <= 3;
            }));
}
