using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Tenancy;

public sealed class RecordAccountEventTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private Office _office = null!;
    private RecordAccountEvent _recording = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _recording = new RecordAccountEvent(_office.Events, new OneChannel(_office), _office.Identities);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_paused_template_is_an_event_of_the_template_once()
    {
        var paused = Told("message_template_status_update", Template(TemplateAspect.Status, "PAUSED"), Noon);
        await Record(paused);
        await Record(paused);

        _office.All<TemplateStatusChanged>().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Name = "kuitansi", Language = "id", Status = "PAUSED", Reason = "LOW_QUALITY", Category = "UTILITY", At = Noon });
    }

    [Fact]
    public async Task What_came_late_is_recorded_and_does_not_undo_what_is_newer()
    {
        await Record(Told("message_template_status_update", Template(TemplateAspect.Status, "PAUSED"), Noon));
        await Record(Told("message_template_status_update", Template(TemplateAspect.Status, "APPROVED"), Noon.AddHours(-1)));
        await Record(Told("template_category_update", Template(TemplateAspect.AnnouncedCategory, "MARKETING"), Noon));

        var template = TemplateStream.For(_office.Tenant, "7");
        var standing = await _office.Events.Present(TemplateStream.Of(_office.Tenant, template), Domain.Templates.Template.Decider, CancellationToken.None) as Template.Known;
        _office.All<TemplateEvent>().Where(e => e is not TemplateDrafted).Should().HaveCount(3);
        standing!.Status.Value.Should().Be("PAUSED");
        standing.Category.Value.Should().Be("UTILITY", "it counts only a day later");
    }

    [Fact]
    public async Task What_names_a_number_is_an_event_of_that_channel_and_the_rest_of_the_one_it_came_through()
    {
        await Record(Told("phone_number_quality_update", new AccountChange.Quality("622150001234", "FLAGGED", "TIER_10K"), Noon));
        await Record(Told("phone_number_name_update", new AccountChange.DisplayName("622150001234", "APPROVED", "Kantor Hukum", null), Noon));
        await Record(Told("messages", new AccountChange.Problem([130429]), Noon));
        await Record(Told("account_update", new AccountChange.Other("ACCOUNT_RESTRICTION", null), Noon));

        _office.All<ChannelQualityChanged>().Single().Channel.Should().Be(_office.Channel);
        _office.All<ChannelNameReviewed>().Single().Decision.Should().Be("APPROVED");
        _office.All<ChannelProblemReported>().Single().Codes.Should().Equal(130429);
        _office.All<AccountNoticeReceived>().Single().Should().BeEquivalentTo(
            new { Channel = new ChannelId(Elsewhere), Field = "account_update", What = "ACCOUNT_RESTRICTION" });
    }

    [Fact]
    public async Task A_client_who_stops_marketing_is_told_of_on_the_timeline()
    {
        var rina = new ClientPhone(_office);
        await rina.Writes("Selamat siang");
        var stop = new AccountChange.Preference(new WhatsAppIdentity("628125550001", null), Stopped: true, Noon.AddMinutes(-5));
        await Record(Told("user_preferences", stop, Noon) with { Channel = _office.Channel.Value });

        _office.All<MarketingPreferenceChanged>().Single().Should().Be(
            new MarketingPreferenceChanged(rina.Conversation, rina.Client, Stopped: true, Noon.AddMinutes(-5)));
        (await _office.Timeline(rina.Conversation)).Items.Should().Contain(message => message.Type == "marketing_stopped");
    }

    [Fact]
    public async Task What_the_firm_wrote_past_the_hub_is_on_the_timeline_opens_no_window_and_moves_no_dialogue()
    {
        var echo = new ClientPhone(_office).Message(text: "Kami telepon sebentar lagi");
        await new RecordEcho(_office.Events, _office.Identities, _office.Contents, _office.Clock)
            .Handle(_office.OnBus(Topics.EchoedMessage, echo), CancellationToken.None);
        await _office.Settle();

        var conversation = _office.All<MessageEchoed>().Should().ContainSingle().Which.Conversation;
        (await _office.Timeline(conversation)).Items.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Direction = MessageDirection.Outbound, Author = MessageAuthor.Phone, Text = "Kami telepon sebentar lagi" });
        var entry = await _office.Views.Find<InboxEntry>(_office.Tenant, conversation.Value, CancellationToken.None);
        entry!.WindowOpenedAt.Should().BeNull();
        _office.Meta.Asked.Should().BeEmpty();
    }

    private static readonly Guid Elsewhere = new("99999999-0000-0000-0000-000000000001");

    private static AccountChange.Template Template(TemplateAspect aspect, string value) =>
        new("7", "kuitansi", "id", aspect, value, Previous: null, "LOW_QUALITY", "UTILITY");

    private WebhookEvent Told(string field, AccountChange change, DateTimeOffset at) => new(
        Guid.NewGuid(), WebhookEvent.WhatsApp, Guid.NewGuid(), at, _office.Tenant.Value, Elsewhere, field, at, change);

    private Task Record(WebhookEvent told) => _recording.Handle(_office.OnBus(Topics.AccountEvent, told), CancellationToken.None);
}
