using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>
/// Two weeks of a firm with 200 clients, through everything between the gateway and Meta's door, with Meta away for six hours on the third day.
/// After each day the whole log is read for what must never be in it.
/// </summary>
public sealed class TwoWeeksTests
{
    private const int Days = 14;

    // Every kind of thing that a life is lived for; a life without one of them would prove nothing of it.
    private static readonly Type[] Lived =
    [
        typeof(ConsentGranted), typeof(ConsentRefused), typeof(ConsentWithdrawn), typeof(IntakeUpdated), typeof(IntakeSubmitted), typeof(IntakeLapsed),
        typeof(IntakeCancelled), typeof(ReminderDue), typeof(TicketOpened), typeof(TicketStatusChanged), typeof(MatterOpened), typeof(IntakeDeclined),
        typeof(MessageEdited), typeof(MessageRevoked), typeof(MessageReacted), typeof(MessageRead), typeof(MessageFailed),
        typeof(ReplyEdited), typeof(ReplyRejected), typeof(ReplyScheduled), typeof(ConversationTakenOver), typeof(ConversationGivenBack),
        typeof(ConversationAssigned), typeof(ConversationSnoozed), typeof(ConversationWoken), typeof(ConversationResolved), typeof(ConversationReopened),
        typeof(ClientBlocked), typeof(ClientUnblocked), typeof(OutboundBlocked), typeof(OutboundExpired), typeof(OutboundCancelled),
        typeof(OutboundDeferred), typeof(OutboundHeld), typeof(OutboundFailed), typeof(OutboundUnanswered), typeof(OutboundRetried),
    ];

    [Theory]
    [InlineData(3)]
    public async Task Whatever_clients_staff_and_Meta_do_the_log_holds_nothing_that_must_not_be(int seed)
    {
        using var life = await Life.Begin(seed, clients: 200);
        var morning = life.Now;
        for (var day = 1; day <= Days; day++)
        {
            if (day == 3)
            {
                await IsAway(life, TimeSpan.FromHours(6));
            }

            await life.LiveUntil(morning.AddDays(day));
            Broken(life).Should().BeEmpty("nothing of day {0} may be found in the log of seed {1}", day, seed);
        }

        Lived.Where(type => !life.Office.Events.All.Any(envelope => envelope.Event.GetType() == type)).Should().BeEmpty("seed {0} is to live it all", seed);
        life.Office.All<OutboundRequested>().Should().Contain(asked => asked.Basis.StartsWith("out_of_hours@"), "seed {0} is to write at night", seed);
        (life.Office.NextTurn <= life.Now).Should().BeFalse("nothing that may leave stays behind");
    }

    [Fact]
    public async Task The_same_seed_lives_the_same_life()
    {
        var logs = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            using var life = await Life.Begin(seed: 7, clients: 12);
            await life.LiveUntil(life.Now.AddDays(3));
            logs.Add(life.Log());
        }

        logs[0].Should().Be(logs[1]);
    }

    /// <summary>Meta fails in every way for so long; what waits leaves afterwards, once and no faster than Meta takes it.</summary>
    private static async Task IsAway(Life life, TimeSpan time)
    {
        var before = life.Meta.Requests;
        life.Meta.IsDown = true;
        await life.LiveUntil(life.Now + time);
        life.IsTroubled.Should().BeTrue("the breaker keeps the outage from every message");
        (life.Meta.Requests - before).Should().BeLessThan(1000, "probes, not messages, find out whether it is over");

        life.Meta.IsDown = false;
        var back = life.Now;
        await life.LiveUntil(back.AddMinutes(15));
        life.IsTroubled.Should().BeFalse();
        Fastest(life.Meta.Taken.Select(taken => taken.At).Where(at => at >= back)).Should().BeLessThanOrEqualTo(Life.PerSecond + 2);
    }

    private static int Fastest(IEnumerable<DateTimeOffset> moments)
    {
        var times = moments.Order().ToArray();
        return times.Max(from => times.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)));
    }

    private static List<string> Broken(Life life)
    {
        var log = life.Office.Events.All;
        var broken = Audit.Of(log, life.Handed).Select(breach => $"{breach.Breach}: {breach.What}").Concat(life.Meta.Wrongs).ToList();
        var again = log.Select(envelope => envelope.Event).OfType<OutboundRetried>().CountBy(retried => retried.Message.ToString()).ToDictionary();
        broken.AddRange(life.Meta.Taken.CountBy(taken => taken.Callback).Where(taken => taken.Value > 1 + again.GetValueOrDefault(taken.Key))
            .Select(taken => $"{taken.Key} reached the client {taken.Value} times"));

        var approved = log.Select(envelope => envelope.Event).OfType<ReplyApproved>().ToDictionary(approval => $"reply:{approval.Reply}", approval => approval.Text);
        var basis = log.Select(envelope => envelope.Event).OfType<OutboundRequested>().ToDictionary(asked => asked.Message.ToString(), asked => asked.Basis);
        broken.AddRange(life.Meta.Taken
            .Where(taken => taken.Type == "text" && approved.TryGetValue(basis[taken.Callback], out var text)
                && text.Sha256 != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(taken.Text))))
            .Select(taken => $"{taken.Callback} has other words than were approved"));
        return broken;
    }
}
