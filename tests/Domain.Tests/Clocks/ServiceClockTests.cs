using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Clocks;

/// <summary>Somebody waits for the firm: half of the time is told, all of it is told, and an answer ends it.</summary>
public sealed class ServiceClockTests
{
    private const ClockKind Kind = ClockKind.FirstResponse;

    private static readonly ClockId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ConversationId Conversation = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly ClockTimes Times = new(Start.AddHours(2), Start.AddHours(4));
    private static readonly ClockTimes Sooner = new(Start.AddMinutes(10), Start.AddMinutes(20));

    private static readonly ClockStarted Started = new(Id, Kind, Conversation, Conversation.Value, Urgency.Normal, Start, Times);
    private static readonly ClockHalfSpent Half = new(Id, Kind, Conversation, Urgency.Normal, Times.HalfAt);
    private static readonly ClockBreached Breached = new(Id, Kind, Conversation, Urgency.Normal, Times.DueAt);

    private static readonly ClockCommand.Start Begin = new(Id, Kind, Conversation, Conversation.Value, Urgency.Normal, Start, Times);

    [Fact]
    public void It_begins_once_for_somebody_who_waits_already()
    {
        Given(ServiceClock.Decider).When(Begin).Then(Started);
        Given(ServiceClock.Decider, Started).When(Begin).ThenNothing();
    }

    [Fact]
    public void Half_and_all_of_the_time_are_told_once_each()
    {
        Given(ServiceClock.Decider, Started).When(new ClockCommand.Tick(Start.AddHours(1))).ThenNothing();
        Given(ServiceClock.Decider, Started).When(new ClockCommand.Tick(Times.HalfAt)).Then(Half);
        Given(ServiceClock.Decider, Started, Half).When(new ClockCommand.Tick(Start.AddHours(3))).ThenNothing();
        Given(ServiceClock.Decider, Started, Half).When(new ClockCommand.Tick(Times.DueAt)).Then(Breached);
        Given(ServiceClock.Decider, Started, Half, Breached).When(new ClockCommand.Tick(Start.AddHours(9))).ThenNothing();
    }

    [Fact]
    public void What_nobody_looked_at_for_long_tells_both_at_once() =>
        Given(ServiceClock.Decider, Started).When(new ClockCommand.Tick(Start.AddHours(9))).Then(Half, Breached);

    [Fact]
    public void An_answer_stops_it_in_time_or_late_and_it_may_run_again()
    {
        Given(ServiceClock.Decider, Started).When(new ClockCommand.Stop(Times.HalfAt)).Then(new ClockStopped(Id, Kind, Conversation, Times.HalfAt, InTime: true));
        Given(ServiceClock.Decider, Started, Half, Breached).When(new ClockCommand.Stop(Times.DueAt)).Then(new ClockStopped(Id, Kind, Conversation, Times.DueAt, InTime: false));
        Given(ServiceClock.Decider).When(new ClockCommand.Stop(Start)).ThenNothing();
        Given(ServiceClock.Decider, Started, new ClockStopped(Id, Kind, Conversation, Start, InTime: true)).When(Begin).Then(Started);
        Given(ServiceClock.Decider, Started, new ClockStopped(Id, Kind, Conversation, Start, InTime: true)).When(new ClockCommand.Tick(Times.DueAt)).ThenNothing();
    }

    [Fact]
    public void It_is_hastened_and_never_slowed()
    {
        var hastened = new ClockHastened(Id, Kind, Conversation, Urgency.Critical, Sooner);
        Given(ServiceClock.Decider, Started).When(new ClockCommand.Hasten(Urgency.Critical, Sooner)).Then(hastened);
        Given(ServiceClock.Decider, Started, hastened).When(new ClockCommand.Hasten(Urgency.Normal, Times)).ThenNothing();
        Given(ServiceClock.Decider, Started, Half, hastened).When(new ClockCommand.Tick(Sooner.HalfAt))
            .Then(new ClockHalfSpent(Id, Kind, Conversation, Urgency.Critical, Sooner.HalfAt));
    }

    [Fact]
    public void Every_kind_has_a_time_for_every_urgency_and_what_presses_more_has_less()
    {
        var hours = OfficeHours.Usual(IndonesianZone.Wib);
        foreach (var kind in Enum.GetValues<ClockKind>())
        {
            var due = Enum.GetValues<Urgency>().Order().Select(urgency => ClockTarget.Of(kind, urgency).From(Start, hours).DueAt).ToArray();
            due.Should().BeInAscendingOrder();
            due[0].Should().BeAfter(Start).And.BeBefore(due[^1]);
        }
    }

    [Fact]
    public void What_presses_most_counts_at_night_too_and_the_rest_waits_for_the_morning()
    {
        var night = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.FromHours(7));
        var hours = OfficeHours.Usual(IndonesianZone.Wib);
        ClockTarget.Of(Kind, Urgency.Critical).From(night, hours).DueAt.Should().Be(night.AddMinutes(15));
        ClockTarget.Of(Kind, Urgency.Normal).From(night, hours).DueAt.Should().Be(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(7)));
    }
}
