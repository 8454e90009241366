using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>What came before its number was registered.</summary>
public sealed class QuarantineTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private readonly string _number = WebhookHost.Number();
    private WebhookHost _hub = null!;
    private WebhookHost _other = null!;

    public async Task InitializeAsync() => (_hub, _other) = (await WebhookHost.Start(database, keys.Path), await WebhookHost.Start(database, keys.Path));

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task What_waited_goes_to_the_firm_that_registers_the_number_once_and_in_order_whichever_nodes_give_it()
    {
        string[] waited = [.. Enumerable.Range(0, 250).Select(n => $"wamid.{n.ToString(CultureInfo.InvariantCulture)}")];
        var body = $$"""{"entry":[{"id":"1","changes":[{{string.Join(',', waited.Select(wamid => Change(_number, Text(wamid, "dari karantina"))))}}]}]}""";
        (await _hub.Post(body)).IsSuccessStatusCode.Should().BeTrue();
        (await _hub.Post(Delivery(_number, Text("wamid.last", "a")))).IsSuccessStatusCode.Should().BeTrue();
        (await Waiting()).Should().Be(251);

        var channel = await _other.Register(_firm, number: _number);
        await Task.WhenAll(Release(_hub), Release(_other), Release(_hub), Release(_other));
        await Eventually.Is(async () => await Waiting() == 0, "everything left quarantine");

        var incoming = (await _hub.OnTheBus(_firm)).Select(message => BusJson.Read<IncomingMessage>(message.Body)).ToArray();
        incoming.Select(message => message.Wamid).Should().Equal([.. waited, "wamid.last"]);
        incoming.Should().OnlyContain(message => message.Channel == channel.Id);
        var firm = await _hub.Services.GetRequiredService<FirmKeyRing>().Of(_firm, CancellationToken.None);
        var raw = await _hub.Services.GetRequiredService<WebhookStore>().RawPayload(_firm, firm, incoming[0].RawPayload!.Value, CancellationToken.None);
        Encoding.UTF8.GetString(raw!.Bytes).Should().Contain("dari karantina");
    }

    [Fact]
    public async Task A_repetition_that_arrives_after_the_release_is_no_second_message()
    {
        var body = Delivery(_number, Text("wamid.1", "a"));
        await _hub.Post(body);
        await _hub.Post(body);
        await _hub.Register(_firm, number: _number);
        await Eventually.Is(async () => await Waiting() == 0, "everything left quarantine");
        await _hub.Post(body);
        (await _hub.OnTheBus(_firm)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_an_app_said_about_another_s_number_waits_until_that_app_is_the_number_s()
    {
        await _hub.Register(new TenantId(Guid.NewGuid()), appSecret: "secret-of-an-agency");
        await _hub.Post(Delivery(_number, Text("wamid.forged", "a")), "secret-of-an-agency");
        await _hub.Post(Delivery(_number, Text("wamid.true", "b")));
        await _hub.Register(_firm, appSecret: "secret-of-the-firm", number: _number);
        await Eventually.Is(async () => await Waiting() == 1, "what the platform signed was released");
        await Release(_hub);
        (await Wamids()).Should().Equal("wamid.true");

        await _hub.Register(_firm, appSecret: "secret-of-an-agency", number: _number);
        await Eventually.Is(async () => await Waiting() == 0, "the agency's app is the number's own now");
        (await Wamids()).Should().Equal("wamid.true", "wamid.forged");
    }

    [Fact]
    public async Task What_names_an_account_alone_goes_to_the_firm_of_its_first_number()
    {
        await _hub.Post(OfAccount($"9{_number}", Text("wamid.1", "a")));
        await _hub.Register(_firm, number: _number);
        await Eventually.Is(async () => (await Wamids()).SequenceEqual(["wamid.1"]), "the account's change was released");
    }

    [Fact]
    public async Task One_that_does_not_open_stays_and_those_behind_it_go_on()
    {
        await _hub.Post(Delivery(_number, Text("wamid.damaged", "a")));
        await _hub.Post(Delivery(_number, Text("wamid.whole", "b")));
        await database.AsSuperuser(
            $"""
            update quarantine set sealed = overlay(sealed placing '\x00'::bytea from length(sealed))
            where position = (select min(position) from quarantine where phone_number_id = '{_number}')
            """);
        await _hub.Register(_firm, number: _number);
        await Eventually.Is(async () => (await Wamids()).SequenceEqual(["wamid.whole"]), "the whole one was released");
        (await Waiting()).Should().Be(1);
    }

    [Fact]
    public async Task An_unreadable_item_in_quarantine_is_the_firm_s_dead_letter_after_the_release()
    {
        await _hub.Post(Delivery(_number, Text("wamid.1", "a"), "\"no message\""));
        await _hub.Register(_firm, number: _number);
        await Eventually.Is(async () => (await Wamids()).Count == 1, "its sibling was released");
        _hub.DeadLetters.Letters.Concat(_other.DeadLetters.Letters).Should().ContainSingle(letter => letter.Tenant == _firm && letter.Name == "message");
    }

    private static Task<int> Release(WebhookHost hub) => hub.Services.GetRequiredService<QuarantineRelease>().Release(CancellationToken.None);

    private async Task<long> Waiting() => (long)(await database.AsSuperuser($"select count(*) from quarantine where phone_number_id = '{_number}'"))!;

    private async Task<IReadOnlyList<string>> Wamids() =>
        [.. (await _hub.OnTheBus(_firm)).Select(message => BusJson.Read<IncomingMessage>(message.Body).Wamid)];
}
