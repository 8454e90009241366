using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Notifications;

/// <summary>Staff is told that something waits: once by each means and round, again until somebody has seen it.</summary>
public sealed class NotificationTests
{
    private static readonly NotificationId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly StaffId Maria = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly StaffId Admin = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly Place Place = new(PlaceKind.Conversation, Guid.Empty, Guid.Empty, null);
    private static readonly NotificationRule Rule = NotificationRules.Usual.Of(Occasion.CriticalFlag)!;
    private static readonly NotificationCommand.Raise Raise = new(Id, Rule, Place, [Maria], [Admin], Start);

    private static readonly NotificationRaised Raised = new(
        Id, Occasion.CriticalFlag, Place, Raise.Recipients, Raise.Later, Rule.By, TimeSpan.FromMinutes(5), Start);

    private static readonly NotificationRepeated Again = new(Id, 1, [Maria, Admin], Start.AddMinutes(5));

    [Fact]
    public void It_is_raised_once_and_not_for_nobody()
    {
        Given(Notification.Decider).When(Raise).Then(Raised);
        Given(Notification.Decider, Raised).When(Raise).ThenNothing();
        Given(Notification.Decider).When(Raise with { Recipients = [] }).ThenNothing();
    }

    [Fact]
    public void It_is_said_again_and_to_more_people_only_when_its_time_has_come_and_nobody_has_seen_it()
    {
        Given(Notification.Decider, Raised).When(new NotificationCommand.Repeat(Start.AddMinutes(4))).ThenNothing();
        Given(Notification.Decider, Raised).When(new NotificationCommand.Repeat(Start.AddMinutes(5))).Then(Again);
        Given(Notification.Decider, Raised, new NotificationSeen(Id, Maria, Start)).When(new NotificationCommand.Repeat(Start.AddMinutes(5))).ThenNothing();
        Given(Notification.Decider, Raised, new NotificationClosed(Id, Start)).When(new NotificationCommand.Repeat(Start.AddMinutes(5))).ThenNothing();
        Given(Notification.Decider, Raised with { RepeatEvery = null }).When(new NotificationCommand.Repeat(Start.AddDays(5))).ThenNothing();
    }

    [Fact]
    public void Each_person_gets_one_letter_a_round()
    {
        var send = new NotificationCommand.Send(Maria, Means.Email, Round: 0);
        var sending = new NotificationSending(Id, Maria, Means.Email, 0);
        Given(Notification.Decider, Raised).When(send).Then(sending);
        Given(Notification.Decider, Raised, sending).When(send).ThenNothing();
        Given(Notification.Decider, Raised, sending, Again).When(send).ThenNothing();
        Given(Notification.Decider, Raised, sending, Again).When(send with { Round = 1 }).Then(sending with { Round = 1 });
        Given(Notification.Decider, Raised, new NotificationSeen(Id, Admin, Start)).When(send).ThenNothing();
    }

    [Fact]
    public void The_outcome_of_a_letter_is_recorded_once()
    {
        var sending = new NotificationSending(Id, Maria, Means.Email, 0);
        var settle = new NotificationCommand.Settle(Maria, Means.Email, 0, Trouble: null);
        var delivered = new NotificationDelivered(Id, Maria, Means.Email, 0);
        Given(Notification.Decider, Raised).When(settle).ThenNothing();
        Given(Notification.Decider, Raised, sending).When(settle).Then(delivered);
        Given(Notification.Decider, Raised, sending).When(settle with { Trouble = DeliveryTrouble.Unreachable })
            .Then(new NotificationFailed(Id, Maria, Means.Email, 0, DeliveryTrouble.Unreachable));
        Given(Notification.Decider, Raised, sending, delivered).When(settle with { Trouble = DeliveryTrouble.Interrupted }).ThenNothing();
    }

    [Fact]
    public void Only_those_who_were_told_can_see_it()
    {
        Given(Notification.Decider, Raised).When(new NotificationCommand.See(Admin, Start)).ThenRefused(NotificationRefusals.NotFound);
        Given(Notification.Decider, Raised, Again).When(new NotificationCommand.See(Admin, Start)).Then(new NotificationSeen(Id, Admin, Start));
        Given(Notification.Decider, Raised, new NotificationSeen(Id, Maria, Start)).When(new NotificationCommand.See(Maria, Start)).ThenNothing();
    }

    [Fact]
    public void Rules_that_would_leave_a_critical_flag_unheard_are_refused()
    {
        var usual = NotificationRules.Usual.Rules;
        Given(NotificationRules.Decider).When(new PublishNotificationRules([Maria], usual, [])).Then(new NotificationRulesPublished(1, [Maria], usual, []));
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [], [Occasion.CriticalFlag])).ThenRefused(NotificationRefusals.CriticalMissing);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [Rule], [Occasion.CriticalFlag])).ThenRefused(NotificationRefusals.OccasionTwice);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [usual[^1] with { RepeatAfter = TimeSpan.FromHours(1) }], []))
            .ThenRefused(NotificationRefusals.DigestRepeated);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [Rule with { To = [] }], [])).ThenRefused(NotificationRefusals.NobodyTold);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [Rule, Rule], [])).ThenRefused(NotificationRefusals.OccasionTwice);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [Rule with { By = [Means.Email] }], [])).ThenRefused(NotificationRefusals.DashboardMissing);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [Rule with { RepeatAfter = TimeSpan.FromSeconds(1) }], []))
            .ThenRefused(NotificationRefusals.RepeatOutOfRange);
    }

    [Fact]
    public void An_occasion_that_the_firm_never_decided_on_goes_as_usual_and_one_that_it_switched_off_stays_off()
    {
        var own = NotificationRules.Usual.Of(Occasion.MessageFailed)! with { To = [Audience.Lawyers] };
        var rules = NotificationRules.Evolve(NotificationRules.Usual, new NotificationRulesPublished(1, [], [own], [Occasion.ReplyToApprove]));

        rules.Of(Occasion.MessageFailed).Should().Be(own);
        rules.Of(Occasion.ReplyToApprove).Should().BeNull();
        rules.Of(Occasion.DailyDigest).Should().Be(NotificationRules.Usual.Of(Occasion.DailyDigest)).And.NotBeNull();
        new[] { Occasion.MessageFailed, Occasion.ReplyToApprove, Occasion.DailyDigest }.Select(rules.StandingOf)
            .Should().Equal(RuleStanding.Own, RuleStanding.Off, RuleStanding.Usual);
        Given(NotificationRules.Decider).When(new PublishNotificationRules([], [], [])).ThenNothing();
    }

    [Fact]
    public void Every_occasion_has_a_usual_rule() =>
        NotificationRules.Usual.Rules.Select(rule => rule.Occasion).Should().BeEquivalentTo(Enum.GetValues<Occasion>());

    [Fact]
    public void How_much_waits_is_told_with_it()
    {
        var counts = new[] { new WaitingCount(Waiting.Reply, 2) };
        Given(Notification.Decider).When(Raise with { Waiting = counts }).Then(Raised, new NotificationWaitingCounted(Id, counts));
    }
}
