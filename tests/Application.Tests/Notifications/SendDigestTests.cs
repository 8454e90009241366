using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Notifications;

/// <summary>Once on a working day each person is told how much waits for them: in numbers, and not at all where nothing does.</summary>
public sealed class SendDigestTests
{
    private static readonly StaffId Bima = new(Guid.Parse("33333333-0000-0000-0000-000000000007"));
    private static readonly StaffId Dewi = new(Guid.Parse("33333333-0000-0000-0000-000000000008"));
    private static readonly TimeSpan UntilTuesdayMorning = TimeSpan.FromHours(22);

    [Fact]
    public async Task Each_person_is_told_once_a_day_how_much_waits_for_them()
    {
        var (office, phone) = await Proposed();

        await office.Pass(UntilTuesdayMorning - TimeSpan.FromMinutes(1));
        Digests(office).Should().BeEmpty();
        await phone.Writes("Satu hal lagi");
        await office.Pass(TimeSpan.FromMinutes(1));
        await office.Pass(TimeSpan.FromHours(1));
        await office.HearEverythingAgain();

        var digests = Digests(office);
        digests.Select(digest => digest.Recipients.Single()).Should().BeEquivalentTo([office.Maria, Dewi]);
        digests.Should().OnlyContain(digest => digest.By.SequenceEqual(new[] { Means.Dashboard, Means.Email }) && digest.Place.Kind == PlaceKind.Home);
        Counts(office, office.Maria).Should().Equal(new WaitingCount(Waiting.Answer, 1), new WaitingCount(Waiting.Reply, 1), new WaitingCount(Waiting.StaleReply, 1));
        Counts(office, Dewi).Should().Equal(new WaitingCount(Waiting.Answer, 1));
    }

    [Fact]
    public async Task Whose_conversation_it_is_is_told_alone()
    {
        var (office, phone) = await Proposed();
        await Admit(office, Bima, Role.Lawyer);
        (await new AssignConversationHandler(office.Events)
            .Handle(new AssignConversation(office.Lawyer, phone.Conversation, Bima, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();

        await office.Pass(UntilTuesdayMorning);

        Digests(office).Should().ContainSingle().Which.Recipients.Should().Equal([Bima], "only who has it is told");
    }

    [Fact]
    public async Task Nothing_is_told_on_days_off_nor_to_whom_nothing_waits_for()
    {
        var office = await Office.Open();
        await Admit(office, office.Maria, Role.Lawyer);
        await office.Pass(UntilTuesdayMorning);
        Digests(office).Should().BeEmpty();

        var (waiting, _) = await Proposed();
        await waiting.Pass(UntilTuesdayMorning + TimeSpan.FromDays(3));
        var toFriday = Digests(waiting).Count;
        await waiting.Pass(TimeSpan.FromDays(2));
        Digests(waiting).Should().HaveCount(toFriday, "Saturday and Sunday are off");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_or_a_morning_slept_through_gives_no_second_one_and_none_hours_late()
    {
        var (office, _) = await Proposed(withParalegal: false);
        await office.Pass(UntilTuesdayMorning);
        office.Clock.Now -= TimeSpan.FromHours(2);
        await office.Settle();
        await SetTime(office, new TimeOnly(7, 0));
        await office.Pass(TimeSpan.FromHours(2));
        Digests(office).Should().ContainSingle();

        await office.Pass(TimeSpan.FromHours(28));
        Digests(office).Should().ContainSingle("on Wednesday nobody ran until noon");
        await office.Pass(TimeSpan.FromHours(19));
        Digests(office).Should().HaveCount(2);
        office.All<NotificationClosed>().Should().ContainSingle("the first day's numbers are no news any more");
    }

    [Fact]
    public async Task The_firm_sets_the_time_and_may_switch_it_off()
    {
        var (office, _) = await Proposed(withParalegal: false);
        await SetTime(office, new TimeOnly(9, 30));
        await office.Pass(UntilTuesdayMorning + TimeSpan.FromMinutes(89));
        Digests(office).Should().BeEmpty();
        await office.Pass(TimeSpan.FromMinutes(1));
        Digests(office).Should().ContainSingle();

        (await new PublishRulesHandler(office.Events).Handle(
            new PublishRules(office.Lawyer, [], [], [Occasion.DailyDigest], Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Pass(TimeSpan.FromDays(1));
        Digests(office).Should().ContainSingle();
    }

    private static IReadOnlyList<NotificationRaised> Digests(Office office) =>
        [.. office.All<NotificationRaised>().Where(raised => raised.Occasion == Occasion.DailyDigest)];

    private static IReadOnlyList<WaitingCount> Counts(Office office, StaffId staff) =>
        Digests(office).LastOrDefault(digest => digest.Recipients.Contains(staff)) is { } digest
            ? office.All<NotificationWaitingCounted>().Single(counted => counted.Notification == digest.Notification).Waiting
            : [];

    private static async Task SetTime(Office office, TimeOnly at)
    {
        (await new SetDigestTimeHandler(office.Events).Handle(new SetDigestTime(office.Lawyer, at, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();
    }

    /// <summary>On Monday at ten a reply waits for Maria's approval; Dewi is a paralegal.</summary>
    private static async Task<(Office Office, ClientPhone Phone)> Proposed(bool withParalegal = true)
    {
        var office = await Office.Open();
        await Admit(office, office.Maria, Role.Lawyer);
        if (withParalegal)
        {
            await Admit(office, Dewi, Role.Paralegal);
        }

        var phone = new ClientPhone(office);
        await phone.Writes("Selamat siang");
        await phone.Agrees();
        (await office.Proposing
            .Handle(new ProposeReply(office.Lawyer, phone.Conversation, "Kami pelajari dahulu.", null, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await office.Settle();
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

        await office.Settle();
    }
}
