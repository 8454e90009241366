using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Conversations;

/// <summary>Whose a conversation is, and whether anything is to be done in it.</summary>
public sealed class StandingTests
{
    private static readonly ConversationId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ChannelId Channel = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly StaffId Maria = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly StaffId Budi = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tomorrow = Noon.AddDays(1);
    private static readonly Personal<string> Label = Personal.Of(Client, "•••7890");

    private static readonly ConversationOpened Opened = new(Id, Channel, Client, Label);
    private static readonly ConversationSnoozed Snoozed = new(Id, Tomorrow);
    private static readonly ConversationResolved Resolved = new(Id);
    private static readonly ClientBlocked Blocked = new(Id, Client);
    private static readonly ConversationTakenOver Held = new(Id, Maria);

    [Fact]
    public void It_is_given_to_one_colleague_at_a_time()
    {
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Assign(Budi)).Then(new ConversationAssigned(Id, Budi));
        Given(Conversation.Decider, [Opened, new ConversationAssigned(Id, Budi)]).When(new StandingCommand.Assign(Budi)).ThenNothing();
        Given(Conversation.Decider, [Opened, new ConversationAssigned(Id, Budi)]).When(new StandingCommand.Assign(To: null)).Then(new ConversationAssigned(Id, null));
    }

    [Fact]
    public void Nothing_is_decided_about_a_conversation_that_is_not_there() =>
        Given(Conversation.Decider).When(new StandingCommand.Assign(Budi)).ThenRefused(ConversationRefusals.NotFound);

    [Fact]
    public void A_snooze_ends_at_a_moment_that_is_still_to_come()
    {
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Snooze(Tomorrow, Noon)).Then(Snoozed);
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Snooze(Noon, Noon)).ThenRefused(ConversationRefusals.SnoozedIntoThePast);
        Given(Conversation.Decider, [Opened, Resolved]).When(new StandingCommand.Snooze(Tomorrow, Noon)).ThenRefused(ConversationRefusals.Resolved);
    }

    [Fact]
    public void It_wakes_at_its_moment_and_not_at_one_that_was_moved_since()
    {
        Given(Conversation.Decider, [Opened, Snoozed]).When(new StandingCommand.Wake(WakeReason.Time, Tomorrow)).Then(new ConversationWoken(Id, WakeReason.Time));
        Given(Conversation.Decider, [Opened, Snoozed]).When(new StandingCommand.Wake(WakeReason.Time, Noon)).ThenNothing();
        Given(Conversation.Decider, [Opened, Snoozed]).When(new StandingCommand.Wake(WakeReason.Staff, Noon)).Then(new ConversationWoken(Id, WakeReason.Staff));
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Wake(WakeReason.Time, Tomorrow)).ThenNothing();
    }

    [Fact]
    public void A_client_who_writes_wakes_and_reopens_it()
    {
        var written = Written("again");
        Given(Conversation.Decider, [Opened, Snoozed]).When(Receive(written)).Then(written, new ConversationWoken(Id, WakeReason.Message));
        Given(Conversation.Decider, [Opened, Resolved]).When(Receive(written)).Then(written, new ConversationReopened(Id, ByMessage: true));
        Given(Conversation.Decider, [Opened]).When(Receive(written)).Then(written);
    }

    [Fact]
    public void What_is_no_writing_leaves_it_as_it_is()
    {
        var reaction = Written("reaction") with { OpensWindow = false };
        Given(Conversation.Decider, [Opened, Resolved]).When(Receive(reaction)).Then(reaction);
    }

    [Fact]
    public void Resolving_gives_back_ones_own_and_leaves_a_colleagues_alone()
    {
        Given(Conversation.Decider, [Opened, Held]).When(new StandingCommand.Resolve(Maria)).Then(new ConversationGivenBack(Id, Maria), Resolved);
        Given(Conversation.Decider, [Opened, Held]).When(new StandingCommand.Resolve(Budi)).ThenRefused(ConversationRefusals.HeldByAnother);
        Given(Conversation.Decider, [Opened, Snoozed]).When(new StandingCommand.Resolve(Budi)).Then(Resolved);
        Given(Conversation.Decider, [Opened, Resolved]).When(new StandingCommand.Resolve(Budi)).ThenNothing();
    }

    [Fact]
    public void What_is_resolved_can_be_reopened()
    {
        Given(Conversation.Decider, [Opened, Resolved]).When(new StandingCommand.Reopen()).Then(new ConversationReopened(Id, ByMessage: false));
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Reopen()).ThenNothing();
    }

    [Fact]
    public void A_blocked_client_may_write_and_raises_nothing()
    {
        var written = Written("again");
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Block()).Then(Blocked);
        Given(Conversation.Decider, [Opened, Blocked]).When(new StandingCommand.Block()).ThenNothing();
        Given(Conversation.Decider, [Opened, Resolved, Blocked]).When(Receive(written)).Then(written);
        Given(Conversation.Decider, [Opened, Blocked]).When(new StandingCommand.Unblock()).Then(new ClientUnblocked(Id, Client));
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.Unblock()).ThenNothing();
    }

    [Fact]
    public void An_answer_from_the_phone_silences_the_script_until_somebody_gives_back()
    {
        var echo = new MessageEchoed(Id, new MessageId(Guid.NewGuid()), new BlindIndex("bb"), "text", new ContentRef(Client, Guid.NewGuid()), Noon, null);
        Conversation.Decider.Fold([Opened, echo]).Should().BeOfType<Conversation.Open>().Which.IsHeld.Should().BeTrue();
        Conversation.Decider.Fold([Opened, echo, new ConversationGivenBack(Id, Budi)]).Should().BeOfType<Conversation.Open>().Which.IsHeld.Should().BeFalse();
        Given(Conversation.Decider, [Opened, echo]).When(new ConversationCommand.GiveBack(Budi)).Then(new ConversationGivenBack(Id, Budi));
        Given(Conversation.Decider, [Opened, echo]).When(new ConversationCommand.TakeOver(Maria)).Then(Held);
        Given(Conversation.Decider, [Opened, echo, Held]).When(new ConversationCommand.GiveBack(Budi)).ThenRefused(ConversationRefusals.HeldByAnother);
    }

    [Fact]
    public void Whoever_forgot_it_loses_it_and_nobody_else()
    {
        Given(Conversation.Decider, [Opened, Held]).When(new StandingCommand.GiveBackIdle()).Then(new ConversationGivenBack(Id, null));
        Given(Conversation.Decider, [Opened]).When(new StandingCommand.GiveBackIdle()).ThenNothing();
    }

    private static ConversationCommand.Receive Receive(MessageReceived message) => new(Channel, Client, Label, message);

    private static MessageReceived Written(string wamid) => new(
        Id, new MessageId(Guid.NewGuid()), new BlindIndex(wamid), "text", new ContentRef(Client, Guid.NewGuid()), 3, Noon, Noon, OpensWindow: true, RepliesTo: null);
}
