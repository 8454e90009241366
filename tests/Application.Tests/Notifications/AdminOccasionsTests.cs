using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Notifications;

/// <summary>What is the matter with the firm's numbers, templates and messages reaches its admins, on the dashboard and by e-mail, once.</summary>
public sealed class AdminOccasionsTests : IAsyncLifetime
{
    private static readonly StaffId Admin = new(Guid.Parse("33333333-0000-0000-0000-000000000009"));
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        await Admit(_office.Maria, Role.Lawyer);
        await Admit(Admin, Role.FirmAdmin);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_number_that_Meta_refuses_as_a_whole_is_told_of_once_a_day()
    {
        var phone = new ClientPhone(_office);
        await phone.Writes("Selamat siang");
        _office.Meta.AnswersNext(Expired, Expired, Expired);

        await phone.Agrees();
        await _office.Pass(TimeSpan.FromMinutes(30));

        _office.All<OutboundDeferred>().Should().HaveCountGreaterThan(1).And.OnlyContain(deferred => deferred.Code == 190);
        Told(Occasion.ChannelStopped).Should().ContainSingle().Which.Place.Should().Be(
            new Place(PlaceKind.Channel, _office.Channel.Value, _office.Channel.Value, null));
    }

    [Theory]
    [InlineData("PAUSED")]
    [InlineData("DISABLED")]
    public async Task A_template_that_stopped_is_told_of_whether_Meta_says_so_or_is_asked(string status)
    {
        await Hear(Mirrored("7", "APPROVED"));
        await Hear(Mirrored("8", "APPROVED"));

        await Hear(new TemplateStatusChanged(TemplateStream.For(_office.Tenant, "7"), "halo", "id", status, null, null, Later()));
        await Hear(Mirrored("7", status));
        await Hear(Mirrored("8", status));
        await Hear(Mirrored("9", status));

        Told(Occasion.TemplateStopped).Select(told => told.Place.Id).Should().Equal(
            [TemplateStream.For(_office.Tenant, "7").Value, TemplateStream.For(_office.Tenant, "8").Value], "each once, and none that never was in use");
    }

    [Fact]
    public async Task A_template_whose_rating_falls_is_told_of()
    {
        await Hear(new TemplateQualityChanged(TemplateStream.For(_office.Tenant, "7"), "halo", "id", "YELLOW", "GREEN", Later()));
        await Hear(new TemplateQualityChanged(TemplateStream.For(_office.Tenant, "7"), "halo", "id", "GREEN", "YELLOW", Later()));

        Told(Occasion.TemplateRatedWorse).Should().ContainSingle();
    }

    [Fact]
    public async Task A_number_that_is_rated_worse_or_whose_account_is_restricted_is_told_of()
    {
        await Hear(new ChannelQualityChanged(_office.Channel, "DOWNGRADE", "TIER_250", Later()));
        await Hear(new AccountNoticeReceived(_office.Channel, "account_update", "ACCOUNT_RESTRICTION", null, Guid.NewGuid(), Later()));
        await Hear(new AccountNoticeReceived(_office.Channel, "account_update", "VERIFIED_ACCOUNT", null, Guid.NewGuid(), Later()));
        await Hear(new ChannelQualityChanged(_office.Channel, "UPGRADE", "TIER_1K", Later()));

        Told(Occasion.ChannelTroubled).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_replaced_key_is_told_to_auditors_too()
    {
        var auditor = new StaffId(Guid.NewGuid());
        await Admit(auditor, Role.Auditor);
        (await _office.Events.Transact(
            new StreamId(_office.Tenant, "ledger_keys", Guid.NewGuid()), Log<LedgerKeyEvent>(), new KeyRotated("ledger", "two", "one"), By(), default))
            .IsRefused.Should().BeFalse();
        await _office.Settle();

        _office.All<NotificationRaised>().Should().ContainSingle(raised => raised.Occasion == Occasion.KeyRotated)
            .Which.Recipients.Should().BeEquivalentTo([Admin, auditor]);
    }

    private static SendOutcome Expired => new SendOutcome.Rejected(190, null, MetaErrors.Of(190));

    private NotificationRaised[] Told(Occasion occasion)
    {
        var told = _office.All<NotificationRaised>().Where(raised => raised.Occasion == occasion).ToArray();
        told.Should().OnlyContain(raised => raised.Recipients.SequenceEqual(new[] { Admin }) && raised.By.Contains(Means.Email) && raised.By.Contains(Means.Dashboard));
        return told;
    }

    private DateTimeOffset Later() => _office.Clock.Now += TimeSpan.FromMinutes(1);

    private TemplateMirrored Mirrored(string metaId, string status) => new(
        TemplateStream.For(_office.Tenant, metaId), "halo", "id", "2", status, null, "UTILITY", null, """{"components":[]}""", Later());

    private async Task Hear(TemplateEvent told)
    {
        (await _office.Events.Transact(
            TemplateStream.Of(_office.Tenant, told.Template), Template.Decider,
            told is TemplateMirrored seen ? new TemplateCommand.Mirror(seen) : new TemplateCommand.Hear(told), By(), default)).IsRefused.Should().BeFalse();
        await _office.Settle();
    }

    private async Task Hear(ChannelEvent told)
    {
        (await _office.Events.Transact(
            new StreamId(_office.Tenant, "channel", told.Channel.Value), ChannelStanding.Decider, told, By(), default)).IsRefused.Should().BeFalse();
        await _office.Settle();
    }

    private static Decider<TEvent?, TEvent, TEvent> Log<TEvent>()
        where TEvent : class, IDomainEvent => new(null, (_, told) => new[] { told }, (_, told) => told);

    private static Provenance By() => new(Actor.System("test"), Office.NewCause(), Guid.NewGuid());

    private async Task Admit(StaffId staff, Role role)
    {
        foreach (var command in new StaffCommand[] { new StaffCommand.Invite(staff, [role]), new StaffCommand.Activate() })
        {
            (await _office.Events.Transact(StaffStream.Of(_office.Tenant, staff), StaffMember.Decider, command, By(), default)).IsRefused.Should().BeFalse();
        }

        await _office.Settle();
    }
}
