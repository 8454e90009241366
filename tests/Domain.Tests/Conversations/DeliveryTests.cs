using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Conversations;

public sealed class DeliveryTests
{
    private static readonly ConversationId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly OutboundMessageId Message = new(new Guid(6, 0, 0, new byte[8]));
    private static readonly BlindIndex Wamid = new("aa");
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly ConversationOpened Opened = new(Id, new ChannelId(new Guid(2, 0, 0, new byte[8])), Client, Personal.Of(Client, "•••7890"));
    private static readonly int[] Several = [131047, 131026];
    private static readonly MessageSent Sent = new(Id, Message, Wamid, Noon);
    private static readonly MessageDelivered Delivered = new(Id, Message, Wamid, Noon);
    private static readonly MessageRead Read = new(Id, Message, Wamid, Noon);

    [Fact]
    public void Delivered_after_sent_moves_on() => After(Sent).When(DeliveryStatus.Delivered).Then(Delivered);

    [Fact]
    public void Read_cannot_become_delivered() => After(Sent, Read).When(DeliveryStatus.Delivered).ThenNothing();

    [Fact]
    public void Failed_after_delivered_does_not_downgrade() => After(Sent, Delivered).When(DeliveryStatus.Failed).ThenNothing();

    [Fact]
    public void Nothing_moves_a_failed_message() =>
        After(Sent, new MessageFailed(Id, Message, Wamid, 131026, Noon)).When(DeliveryStatus.Read).ThenNothing();

    [Fact]
    public void A_status_that_overtakes_our_own_call_tells_that_the_message_was_sent() =>
        After().When(DeliveryStatus.Read, knowing: Message).Then(Sent, Read);

    [Fact]
    public void A_status_of_a_message_that_nobody_knows_is_kept_once_and_applied_when_the_message_is_known()
    {
        var early = new MessageStatusUnmatched(Id, Wamid, DeliveryStatus.Delivered, null, Noon);
        After().When(DeliveryStatus.Delivered).Then(early);
        After(early).When(DeliveryStatus.Delivered).ThenNothing();
        After(early).When(DeliveryStatus.Sent, knowing: Message).Then(Sent, Delivered);
    }

    [Fact]
    public void Whatever_order_the_statuses_arrive_in_the_furthest_one_stands()
    {
        foreach (var order in Permutations([DeliveryStatus.Sent, DeliveryStatus.Delivered, DeliveryStatus.Read]))
        {
            var recorded = new List<IMessageStatus>();
            foreach (var status in order)
            {
                var decided = Conversation.Decide(Conversation.Decider.Fold([Opened]), Command(status, Message, recorded)).Value;
                recorded.AddRange(decided.Cast<IMessageStatus>());
            }

            Delivery.Of(recorded).Reached.Should().Be(DeliveryStatus.Read);
        }
    }

    [Fact]
    public void A_played_voice_message_was_read_too_and_is_played_once()
    {
        var played = new MessagePlayed(Id, Message, Wamid, Noon);
        Given(Conversation.Decider, [Opened, Sent]).When(Command(DeliveryStatus.Read, null, [Sent]) with { Played = true }).Then(Read, played);
        Given(Conversation.Decider, [Opened, Sent, Read, played])
            .When(Command(DeliveryStatus.Read, null, [Sent, Read, played]) with { Played = true }).ThenNothing();
    }

    [Fact]
    public void What_a_message_is_charged_as_is_recorded_once_and_again_only_when_it_changes()
    {
        var free = new Pricing("service", "free_customer_service", "PMP", false);
        var priced = new MessagePriced(Id, Message, Wamid, "service", "free_customer_service", "PMP", false, Noon);
        var status = Command(DeliveryStatus.Delivered, null, [Sent]) with { Pricing = free };
        Given(Conversation.Decider, [Opened, Sent]).When(status).Then(Delivered, priced);
        Given(Conversation.Decider, [Opened, Sent, Delivered, priced])
            .When(Command(DeliveryStatus.Read, null, [Sent, Delivered, priced]) with { Pricing = free }).Then(Read);
        Given(Conversation.Decider, [Opened, Sent, Delivered, priced])
            .When(Command(DeliveryStatus.Delivered, null, [Sent, Delivered, priced]) with { Pricing = free with { Billable = true } })
            .Then(priced with { Billable = true });
    }

    [Fact]
    public void The_price_of_a_message_that_nobody_here_knows_is_kept_too() =>
        Given(Conversation.Decider, [Opened]).When(Command(DeliveryStatus.Sent, null, []) with { Pricing = new("utility", "regular", "PMP", null) })
            .Then(
                new MessageStatusUnmatched(Id, Wamid, DeliveryStatus.Sent, null, Noon),
                new MessagePriced(Id, null, Wamid, "utility", "regular", "PMP", null, Noon));

    [Fact]
    public void Several_reasons_of_a_failure_are_all_kept() =>
        Given(Conversation.Decider, [Opened, Sent])
            .When(Command(DeliveryStatus.Failed, null, [Sent]) with { Code = Several[0], Codes = Several })
            .Then(new MessageFailed(Id, Message, Wamid, Several[0], Noon), new MessageErrorsListed(Id, Message, Wamid, Several, Noon));

    private static Story After(params IMessageStatus[] recorded) => new(recorded);

    private static ConversationCommand.RecordStatus Command(DeliveryStatus status, OutboundMessageId? knowing, IEnumerable<IMessageStatus> recorded) =>
        new(Id, Wamid, knowing, status, null, Noon) { Recorded = Delivery.Of(recorded) };

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany((item, at) => Permutations<T>([.. items.Where((_, other) => other != at)]).Select(rest => (T[])[item, .. rest]));

    private sealed record Story(IMessageStatus[] Recorded)
    {
        public Deciding.Outcome<ConversationEvent> When(DeliveryStatus status, OutboundMessageId? knowing = null) =>
            Given(Conversation.Decider, [Opened, .. Recorded.Cast<ConversationEvent>()]).When(Command(status, knowing, Recorded));
    }
}
