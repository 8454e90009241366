using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Notifications;

/// <summary>Staff is told by WhatsApp what presses: by the approved template alone, at the number that they gave, once a round.</summary>
public sealed class StaffWhatsAppTests : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        foreach (var command in new StaffCommand[] { new StaffCommand.Invite(_office.Maria, [Role.Lawyer]), new StaffCommand.Activate() })
        {
            (await _office.Events.Transact(
                Application.Tenancy.StaffStream.Of(_office.Tenant, _office.Maria), StaffMember.Decider, command,
                new Provenance(Actor.System("seed"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeFalse();
        }

        await _office.Settle();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_gave_a_number_is_told_by_the_template_and_by_nothing_of_the_case()
    {
        await Approve();
        await Give("0812 0000 1111");
        var raised = await Raise();

        var letter = (await Posted(raised)).Single(order => order.By == Means.WhatsApp);
        await Deliver(letter);
        await Deliver(letter);

        var sent = _office.Meta.Asked.Should().ContainSingle().Which.Body.Should().BeOfType<OutboundBody.Template>().Subject;
        sent.Shown.Should().Be("Lawyers.Hub: Ada tanda kritis. Buka dasbor.");
        _office.All<NotificationDelivered>().Should().ContainSingle().Which.By.Should().Be(Means.WhatsApp);
    }

    [Fact]
    public async Task Without_a_number_nobody_is_told_that_way_and_without_a_template_it_is_said_why()
    {
        (await Posted(await Raise())).Select(order => order.By).Should().Equal(Means.Email);
        await Give("0812 0000 1111");

        await Deliver((await Posted(await Raise())).Single(order => order.By == Means.WhatsApp));

        _office.All<NotificationFailed>().Should().ContainSingle().Which.Trouble.Should().Be(DeliveryTrouble.NotConfigured);
        _office.Meta.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("delivered", null, NotificationDeliveryState.Arrived)]
    [InlineData("read", null, NotificationDeliveryState.Read)]
    [InlineData("failed", 131026, NotificationDeliveryState.Failed)]
    public async Task What_Meta_says_of_it_later_settles_how_it_reached_the_person(string status, int? code, NotificationDeliveryState state)
    {
        await Approve();
        await Give("0812 0000 1111");
        await Deliver((await Posted(await Raise())).Single(order => order.By == Means.WhatsApp));
        var callback = _office.Meta.Asked.Single().Message.Value.ToString("D");

        foreach (var word in new[] { "sent", status, status, "sent" })
        {
            await _office.Status.Handle(_office.OnBus(Topics.StatusUpdate, new IncomingStatus(
                _office.Channel, new WhatsAppIdentity("6281200001111", null), "wamid.staff", word, _office.Clock.Now,
                code is { } why && word == "failed" ? [new IncomingError(why, null, null)] : [], callback)), default);
        }

        _office.All<StaffMessageReached>().Select(told => told.Status.ToString().ToLowerInvariant()).Should().Equal("sent", status);
        _office.Events.All.Should().NotContain(envelope => envelope.Event is MessageStatusUnmatched, "no conversation has it");
        await _office.Settle();
        var entry = (await _office.Views.List<NotificationEntry>(_office.Tenant, [], new PageRequest(), default)).Items.Single();
        entry.Deliveries.Should().ContainSingle().Which.Should().Match<NotificationDelivery>(delivery => delivery.State == state && delivery.Code == code);
    }

    [Fact]
    public async Task A_number_lies_in_the_vault_and_not_in_the_log()
    {
        (await Set("bukan nomor")).Should().BeTrue("it is no number");
        await Give("0812 0000 1111");
        var set = _office.All<StaffNumberSet>().Should().ContainSingle().Subject;
        (await _office.Identities.Reveal(_office.Tenant, set.Number!.Value, default))!.WaId.Should().Be("6281200001111");
        (await new SetSoundHandler(_office.Events, _office.Identities).Handle(new ReadSound(_office.Lawyer), default)).Value.Number.Should().Be("•••1111");

        (await Set(null)).Should().BeFalse();

        _office.All<StaffNumberSet>()[^1].Number.Should().BeNull();
    }

    private StaffWhatsApp WhatsApp => new(
        _office.Events, new OneChannel(_office),
        new TemplateFilling(_office.Views, _office.Events, new OneChannel(_office), new TemplateGate(_office.Events, _office.Identities)), _office.Meta);

    private async Task Give(string number) => (await Set(number)).Should().BeFalse();

    private async Task<bool> Set(string? number) => (await new SetNumberHandler(_office.Events, _office.Identities, _office.Clock)
        .Handle(new SetNumber(_office.Lawyer, number, Office.NewCause()), default)).IsRefused;

    private async Task<NotificationRaised> Raise()
    {
        var id = new NotificationId(Guid.NewGuid());
        var subject = Guid.NewGuid();
        (await _office.Events.Transact(
            NotificationStream.Of(_office.Tenant, id), Notification.Decider,
            new NotificationCommand.Raise(
                id, NotificationRules.Usual.Of(Occasion.CriticalFlag)!, new Place(PlaceKind.Intake, subject, subject, null), [_office.Maria], [], _office.Clock.Now),
            new Provenance(Actor.System("test"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeFalse();
        return _office.All<NotificationRaised>()[^1];
    }

    private async Task<IReadOnlyList<LetterOrder>> Posted(NotificationRaised raised)
    {
        var bus = new InMemoryBus();
        await new PostLetters(_office.Events, bus, WhatsApp).Handle(
            _office.Events.All.Single(envelope => envelope.Event is NotificationRaised one && one.Notification == raised.Notification), default);
        var orders = new List<LetterOrder>();
        while (bus.TryTake(out var message))
        {
            orders.Add(BusJson.Read<LetterOrder>(message.Body));
        }

        return orders;
    }

    private Task Deliver(LetterOrder order) =>
        new DeliverLetter(_office.Events, new NoMail(), WhatsApp, _office.Clock).Handle(_office.OnBus(Topics.StaffMail, order), default);

    private async Task Approve()
    {
        const string Definition = """{"name":"pemberitahuan_staf","language":"id","status":"APPROVED","category":"UTILITY","components":[{"type":"BODY","text":"Lawyers.Hub: {{1}}. Buka dasbor."}]}""";
        var template = TemplateStream.For(_office.Tenant, "9");
        (await _office.Events.Transact(
            TemplateStream.Of(_office.Tenant, template), Template.Decider,
            new TemplateCommand.Mirror(new TemplateMirrored(template, "pemberitahuan_staf", "id", "2", "APPROVED", null, "UTILITY", null, Definition, _office.Clock.GetUtcNow())),
            new Provenance(Actor.System("test"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeFalse();
        await _office.Settle();
    }

    private sealed class NoMail : IStaffMail
    {
        public Task<DeliveryTrouble?> Send(TenantId tenant, StaffId staff, StaffLetter letter, CancellationToken cancellationToken) =>
            Task.FromResult<DeliveryTrouble?>(DeliveryTrouble.NotConfigured);
    }
}
