using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Conversations;

public sealed class ConversationTests
{
    private static readonly ConversationId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ChannelId Channel = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly StaffId Maria = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly StaffId Budi = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly OutboundMessageId Sent = new(new Guid(6, 0, 0, new byte[8]));
    private static readonly BlindIndex Wamid = new("aa");
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Personal<string> Label = Personal.Of(Client, "•••7890");

    private static readonly ConversationOpened Opened = new(Id, Channel, Client, Label);
    private static readonly MessageReceived First = Received("first", Noon);

    [Fact]
    public void The_first_message_opens_the_conversation() =>
        Given(Conversation.Decider).When(new ConversationCommand.Receive(Channel, Client, Label, First)).Then(Opened, First);

    [Fact]
    public void A_name_that_joined_the_client_is_told_before_the_words_and_once()
    {
        var receive = new ConversationCommand.Receive(Channel, Client, Label, First)
        {
            By = new Recognised(Client, [new(IdentityKind.User, Wamid)], []),
        };
        var linked = new ClientIdentityLinked(Id, Client, IdentityKind.User, Wamid);
        Given(Conversation.Decider).When(receive).Then(Opened, linked, First);
        Given(Conversation.Decider, [Opened, linked, First]).When(receive).Then(First);
    }

    [Fact]
    public void A_notice_of_change_gives_the_client_another_label()
    {
        var next = Personal.Of(Client, "•••9999");
        Given(Conversation.Decider, [Opened, First])
            .When(new ConversationCommand.Receive(Channel, Client, Label, First) { By = new(Client, [new(IdentityKind.Phone, Wamid)], []), ChangedTo = next })
            .Then(new ClientIdentityChanged(Id, Client, IdentityKind.Phone, Wamid, next), First);
    }

    [Fact]
    public void A_contested_name_puts_the_client_in_doubt_until_a_person_has_looked()
    {
        var other = new DataSubjectId(new Guid(9, 0, 0, new byte[8]));
        var name = new ContestedName(IdentityKind.Phone, Wamid, other);
        var contested = new ClientIdentityContested(Id, Client, IdentityKind.Phone, Wamid, other);
        Given(Conversation.Decider, [Opened]).When(new ConversationCommand.Contest(name)).Then(contested);
        Given(Conversation.Decider, [Opened, contested]).When(new ConversationCommand.Contest(name)).ThenNothing();
        Given(Conversation.Decider, [Opened, contested]).When(new ConversationCommand.SettleIdentity()).Then(new ClientIdentitySettled(Id, Client));
        Given(Conversation.Decider, [Opened, contested, new ClientIdentitySettled(Id, Client)]).When(new ConversationCommand.SettleIdentity()).ThenNothing();
        Given(Conversation.Decider).When(new ConversationCommand.Contest(name)).ThenNothing();
    }

    [Fact]
    public void The_window_counts_from_the_latest_of_Metas_timestamps_not_from_arrival()
    {
        var late = Received("late", Noon.AddHours(-20));
        var state = Conversation.Decider.Fold([Opened, First, late]);
        state.Should().BeOfType<Conversation.Open>().Which.Window!.Value.ClosesAt.Should().Be(Noon.AddHours(24));
    }

    [Fact]
    public void A_status_that_does_not_open_the_window_leaves_it_as_it_was()
    {
        var reaction = Received("reaction", Noon.AddHours(3)) with { OpensWindow = false };
        var state = Conversation.Decider.Fold([Opened, First, reaction]);
        state.Should().BeOfType<Conversation.Open>().Which.Window!.Value.ClosesAt.Should().Be(Noon.AddHours(24));
    }

    [Fact]
    public void A_send_is_refused_by_the_window_in_its_last_minute()
    {
        var window = ServiceWindow.After(Noon);
        window.IsOpenAt(Noon.AddHours(24).AddSeconds(-60)).Should().BeTrue();
        window.IsOpenAt(Noon.AddHours(24).AddSeconds(-59)).Should().BeFalse();
    }

    [Fact]
    public void What_is_said_of_single_messages_leaves_the_conversation_as_it_was()
    {
        var sent = new MessageSent(Id, Sent, Wamid, Noon);
        var unmatched = new MessageStatusUnmatched(Id, Wamid, DeliveryStatus.Read, null, Noon);
        Conversation.Decider.Fold([Opened, First, sent, new MessageDelivered(Id, Sent, Wamid, Noon), new MessageRead(Id, Sent, Wamid, Noon), unmatched])
            .Should().Be(Conversation.Decider.Fold([Opened, First]));
    }

    [Fact]
    public void A_status_before_the_first_message_is_kept_once_as_unmatched()
    {
        var unmatched = new MessageStatusUnmatched(Id, Wamid, DeliveryStatus.Delivered, null, Noon);
        Given(Conversation.Decider).When(Status(DeliveryStatus.Delivered)).Then(unmatched);
        Given(Conversation.Decider, unmatched).When(Status(DeliveryStatus.Delivered, recorded: unmatched)).ThenNothing();
    }

    [Fact]
    public void Only_one_person_holds_a_conversation() =>
        Given(Conversation.Decider, Opened, First, new ConversationTakenOver(Id, Maria))
            .When(new ConversationCommand.TakeOver(Budi))
            .ThenRefused(ConversationRefusals.HeldByAnother);

    [Fact]
    public void Only_the_holder_gives_it_back() =>
        Given(Conversation.Decider, Opened, First, new ConversationTakenOver(Id, Maria))
            .When(new ConversationCommand.GiveBack(Budi))
            .ThenRefused(ConversationRefusals.HeldByAnother);

    private static ConversationCommand.RecordStatus Status(DeliveryStatus status, params IMessageStatus[] recorded) =>
        new(Id, Wamid, null, status, null, Noon) { Recorded = Delivery.Of(recorded) };

    private static MessageReceived Received(string wamid, DateTimeOffset sentAt) => new(
        Id, new MessageId(Guid.NewGuid()), new BlindIndex(wamid), "text", null, 3, sentAt, Noon, OpensWindow: true, RepliesTo: null);
}
