using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tests.Notifications;

/// <summary>Who is told that something waits, how often, and what makes it quiet.</summary>
public sealed class NotifyStaffTests
{
    private static readonly StaffId Admin = new(Guid.Parse("33333333-0000-0000-0000-000000000009"));
    private static readonly StaffId Dewi = new(Guid.Parse("33333333-0000-0000-0000-000000000008"));

    [Fact]
    public async Task A_running_clock_rings_for_the_lawyers_and_then_for_the_admins_until_one_has_seen_it()
    {
        var (office, _) = await Waiting();

        await office.Pass(TimeSpan.FromHours(2));
        office.All<NotificationRaised>().Should().ContainSingle().Which.Recipients.Should().Equal(office.Maria);
        await office.Pass(TimeSpan.FromMinutes(5));
        office.All<NotificationRepeated>().Should().ContainSingle().Which.Recipients.Should().Equal(office.Maria, Admin);

        var bell = await Bell(office);
        bell.Should().ContainSingle().Which.Sounds.Should().BeTrue();
        (await new SeeNotificationHandler(office.Events, office.Clock).Handle(new SeeNotification(office.Lawyer, bell[0].Id, Office.NewCause()), default))
            .IsRefused.Should().BeFalse();
        await office.Pass(TimeSpan.FromMinutes(30));
        await office.HearEverythingAgain();

        office.All<NotificationRepeated>().Should().ContainSingle();
        (await Bell(office)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_answered_is_taken_off_the_bell()
    {
        var (office, phone) = await Waiting();
        await office.Pass(TimeSpan.FromHours(2));

        (await new ManageConversationHandler(office.Events, office.Clock)
            .Handle(new ResolveConversation(office.Lawyer, phone.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();

        office.All<NotificationClosed>().Should().ContainSingle();
        (await Bell(office)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_the_conversation_has_seen_what_waited_there()
    {
        var (office, phone) = await Waiting();
        await office.Pass(TimeSpan.FromHours(2));

        (await new HoldConversationHandler(office.Events)
            .Handle(new MarkConversationSeen(office.Lawyer, phone.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();

        office.All<NotificationSeen>().Should().ContainSingle().Which.Staff.Should().Be(office.Maria);
    }

    [Fact]
    public async Task A_proposed_reply_is_said_once_and_closed_by_its_decision()
    {
        var (office, phone) = await Waiting();
        var reply = (await office.Proposing
            .Handle(new ProposeReply(office.Lawyer, phone.Conversation, "Kami pelajari dahulu.", null, Office.NewCause()), default)).Value;
        await office.Settle();
        office.All<NotificationRaised>().Should().ContainSingle().Which.Place.Should().Be(
            new Place(PlaceKind.Reply, reply.Value, reply.Value, phone.Conversation));

        await new RejectReplyHandler(office.Events).Handle(new RejectReply(office.Lawyer, reply, "Terlalu singkat.", Office.NewCause()), default);
        await office.Settle();

        office.All<NotificationClosed>().Should().ContainSingle();
    }

    [Fact]
    public async Task The_firms_own_rules_name_who_is_on_duty()
    {
        var (office, _) = await Waiting();
        var colleague = new StaffId(Guid.NewGuid());
        await Admit(office, colleague, Role.Lawyer);
        (await new PublishRulesHandler(office.Events).Handle(
            new PublishRules(office.Lawyer, [colleague], NotificationRules.Usual.Rules, [], Office.NewCause()), default)).IsRefused.Should().BeFalse();

        await office.Pass(TimeSpan.FromHours(2));

        office.All<NotificationRaised>().Should().ContainSingle().Which.Recipients.Should().Equal(colleague);
        (await new PublishRulesHandler(office.Events).Handle(
            new PublishRules(office.Lawyer, [Admin], NotificationRules.Usual.Rules, [], Office.NewCause()), default)).Refusal.Should().Be(NotificationRefusals.DutyUnknown);
    }

    [Fact]
    public async Task A_complaint_is_told_by_its_number_and_nobody_is_asked_to_decide_on_its_interview()
    {
        var (office, _) = await Complaining();

        var raised = office.All<NotificationRaised>().Where(raised => raised.Place.Conversation is not null).ToArray();
        raised.Select(one => one.Occasion).Should().Contain(Occasion.ComplaintReceived).And.NotContain(Occasion.IntakeSubmitted);
        var ticket = office.All<TicketOpened>().Single();
        var told = raised.Single(one => one.Occasion == Occasion.ComplaintReceived);
        told.Place.Should().Be(new Place(PlaceKind.Ticket, ticket.Ticket.Value, ticket.Ticket.Value, ticket.Conversation));
        told.Recipients.Should().Equal(Dewi);
    }

    [Fact]
    public async Task Who_first_had_a_critical_flag_before_them_is_kept_once()
    {
        var (office, phone) = await Complaining();
        office.All<FlagRaised>().Should().ContainSingle().Which.Urgency.Should().Be(Urgency.Critical);
        office.All<FlagSeen>().Should().BeEmpty();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await new HoldConversationHandler(office.Events)
                .Handle(new MarkConversationSeen(office.Lawyer, phone.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
            await office.Settle();
        }

        await office.HearEverythingAgain();
        var seen = office.Events.All.Single(envelope => envelope.Event is FlagSeen);
        ((FlagSeen)seen.Event).By.Should().Be(office.Maria);
        (seen.Actor.Text, seen.About).Should().Be(($"staff:{office.Maria}", phone.Client));
    }

    [Fact]
    public async Task Seeing_the_bells_line_about_a_flag_is_seeing_the_flag()
    {
        var (office, _) = await Complaining();
        var line = (await Bell(office)).Single(line => line.Occasion == Occasion.CriticalFlag);

        await new SeeNotificationHandler(office.Events, office.Clock).Handle(new SeeNotification(office.Lawyer, line.Id, Office.NewCause()), default);
        await office.Settle();

        office.All<FlagSeen>().Should().ContainSingle().Which.By.Should().Be(office.Maria);
    }

    [Fact]
    public async Task The_client_who_writes_while_a_reply_waits_is_told_of_once()
    {
        var (office, phone) = await Waiting();
        await office.Proposing
            .Handle(new ProposeReply(office.Lawyer, phone.Conversation, "Kami pelajari dahulu.", null, Office.NewCause()), default);
        await office.Settle();
        office.All<NotificationRaised>().Select(raised => raised.Occasion).Should().NotContain(Occasion.ReplyStale);

        await phone.Writes("Satu hal lagi");
        await phone.Writes("Halo?");

        office.All<NotificationRaised>().Count(raised => raised.Occasion == Occasion.ReplyStale).Should().Be(1);
    }

    [Fact]
    public async Task A_window_that_closes_while_the_client_waits_is_told_two_hours_before()
    {
        var (office, _) = await Waiting();

        await office.Pass(TimeSpan.FromHours(22) - TimeSpan.FromMinutes(1));
        office.All<NotificationRaised>().Select(raised => raised.Occasion).Should().NotContain(Occasion.WindowClosing);
        await office.Pass(TimeSpan.FromMinutes(1));
        await office.HearEverythingAgain();

        office.All<NotificationRaised>().Should().ContainSingle(raised => raised.Occasion == Occasion.WindowClosing).Which.Recipients.Should().Equal(office.Maria);
    }

    [Fact]
    public async Task A_window_of_whom_nobody_owes_an_answer_closes_in_silence()
    {
        var (office, phone) = await Waiting();
        var reply = (await office.Proposing
            .Handle(new ProposeReply(office.Lawyer, phone.Conversation, "Kami pelajari dahulu.", null, Office.NewCause()), default)).Value;
        (await office.Approving
            .Handle(new ApproveReply(office.Lawyer, reply, null, false, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();

        await office.Pass(TimeSpan.FromHours(23));

        office.All<NotificationRaised>().Select(raised => raised.Occasion).Should().NotContain(Occasion.WindowClosing);
    }

    private static async Task<(Office Office, ClientPhone Phone)> Complaining()
    {
        var office = await Office.Open();
        await office.Install("complaint-id");
        await Admit(office, office.Maria, Role.Lawyer);
        await Admit(office, Dewi, Role.Paralegal);
        var phone = new ClientPhone(office);
        await phone.Writes("Lapor!");
        await phone.Agrees();
        foreach (var answer in new[] { "1", "Jl. Kenanga 2, Kab. Sleman", "Banyak lubang", "ya", "LEWATI" })
        {
            await phone.Writes(answer);
        }

        return (office, phone);
    }

    private static async Task<(Office Office, ClientPhone Phone)> Waiting()
    {
        var office = await Office.Open();
        await Admit(office, office.Maria, Role.Lawyer);
        await Admit(office, Admin, Role.FirmAdmin);
        var phone = new ClientPhone(office);
        await phone.Writes("Selamat siang");
        await phone.Agrees();
        return (office, phone);
    }

    private static async Task Admit(Office office, StaffId staff, Role role)
    {
        foreach (var command in new StaffCommand[] { new StaffCommand.Invite(staff, [role]), new StaffCommand.Activate() })
        {
            (await office.Events.Transact(
                StaffStream.Of(office.Tenant, staff), StaffMember.Decider, command,
                new Provenance(Actor.System("seed"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeFalse();
        }
    }

    private static async Task<IReadOnlyList<NotificationView>> Bell(Office office) =>
        (await new ReadNotificationsHandler(office.Views, new Colleagues())
            .Handle(new ReadNotifications(office.Lawyer, Unseen: true, new PageRequest()), default)).Value.Items;
}
