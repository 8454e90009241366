using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Tests.Clocks;

/// <summary>Who waits for the firm, since when, and what becomes of it as time passes; the office opens on a Monday at ten.</summary>
public sealed class KeepClocksTests
{
    [Fact]
    public async Task The_first_response_is_owed_from_consent_on_and_its_time_is_told_half_spent_and_breached()
    {
        var (office, _) = await Agreed();
        office.All<ClockStarted>().Should().ContainSingle().Which.Kind.Should().Be(ClockKind.FirstResponse);

        await office.Pass(TimeSpan.FromHours(2));
        office.All<ClockHalfSpent>().Should().ContainSingle();
        office.All<ClockBreached>().Should().BeEmpty();
        await office.Pass(TimeSpan.FromHours(2));
        await office.HearEverythingAgain();

        office.All<ClockHalfSpent>().Should().ContainSingle();
        office.All<ClockBreached>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_proposed_reply_waits_for_a_lawyer_and_rejecting_it_leaves_the_client_waiting()
    {
        var (office, phone) = await Agreed();
        var reply = await Propose(office, phone.Conversation);
        office.All<ClockStarted>().Select(started => started.Kind).Should().Equal(ClockKind.FirstResponse, ClockKind.Approval);

        (await new RejectReplyHandler(office.Events).Handle(new RejectReply(office.Lawyer, reply, "Terlalu singkat.", Office.NewCause()), default))
            .IsRefused.Should().BeFalse();
        await office.Settle();

        office.All<ClockStopped>().Should().ContainSingle().Which.Kind.Should().Be(ClockKind.Approval);
    }

    [Fact]
    public async Task An_answer_from_the_firms_phone_ends_the_wait_and_the_clients_next_words_begin_another()
    {
        var (office, phone) = await Agreed();
        await Echo(office, phone);
        office.All<ClockStopped>().Should().ContainSingle().Which.InTime.Should().BeTrue();

        await phone.Writes("Terima kasih, lalu bagaimana?");
        await phone.Writes("Halo?");

        office.All<ClockStarted>().Select(started => started.Kind).Should().Equal(ClockKind.FirstResponse, ClockKind.NextResponse);
    }

    [Fact]
    public async Task Nobody_is_owed_anything_once_it_is_resolved()
    {
        var (office, phone) = await Agreed();
        (await new ManageConversationHandler(office.Events, office.Clock)
            .Handle(new ResolveConversation(office.Lawyer, phone.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();

        await office.Pass(TimeSpan.FromDays(3));

        office.All<ClockStopped>().Should().ContainSingle();
        office.All<ClockBreached>().Should().BeEmpty();
    }

    [Fact]
    public async Task The_inbox_shows_the_clock_that_runs_out_first()
    {
        var (office, phone) = await Agreed();
        await Propose(office, phone.Conversation);

        var entry = await office.Views.Find<InboxEntry>(office.Tenant, phone.Conversation.Value, default);
        entry!.Clocks.Values.Select(clock => clock.Kind).Should().BeEquivalentTo([ClockKind.FirstResponse, ClockKind.Approval]);
        await office.Pass(TimeSpan.FromHours(4));

        entry = await office.Views.Find<InboxEntry>(office.Tenant, phone.Conversation.Value, default);
        entry!.Clocks.Values.Should().OnlyContain(clock => clock.IsBreached);
    }

    private static async Task<(Office Office, ClientPhone Phone)> Agreed()
    {
        var office = await Office.Open();
        var phone = new ClientPhone(office);
        await phone.Writes("Selamat siang");
        await phone.Agrees();
        return (office, phone);
    }

    private static async Task<ReplyId> Propose(Office office, ConversationId conversation)
    {
        var proposed = await office.Proposing
            .Handle(new ProposeReply(office.Lawyer, conversation, "Kami pelajari dahulu.", null, Office.NewCause()), default);
        await office.Settle();
        return proposed.Value;
    }

    private static async Task Echo(Office office, ClientPhone phone)
    {
        var echo = phone.Message(text: "Kami sedang ke sana.");
        await new RecordEcho(office.Events, office.Identities, office.Contents, office.Clock)
            .Handle(office.OnBus(Application.Bus.Topics.EchoedMessage, echo), default);
        await office.Settle();
    }
}
