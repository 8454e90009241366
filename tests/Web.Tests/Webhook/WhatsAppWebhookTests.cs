using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

public sealed class WhatsAppWebhookTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private WebhookHost _hub = null!;

    public async Task InitializeAsync() => _hub = await WebhookHost.Start(database, keys.Path);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("hub.mode=subscribe&hub.challenge=00123456789012345678901234&hub.verify_token=platform-token", 200)]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong", 403)]
    [InlineData("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=platform-token", 403)]
    [InlineData("hub.mode=subscribe&hub.verify_token=platform-token", 403)]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=platform-token", 403)]
    [InlineData("", 403)]
    public async Task The_handshake_echoes_the_challenge_to_who_knows_the_token(string query, int status)
    {
        using var response = await _hub.Http.GetAsync(new Uri($"/webhook/whatsapp?{query}", UriKind.Relative));
        ((int)response.StatusCode).Should().Be(status);
        if (status == 200)
        {
            (await response.Content.ReadAsStringAsync()).Should().Be("00123456789012345678901234");
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        }
    }

    [Fact]
    public async Task A_channel_s_own_token_is_known_too()
    {
        await _hub.Register(_firm, verifyToken: "own-token");
        using var response = await _hub.Http.GetAsync(new Uri("/webhook/whatsapp?hub.mode=subscribe&hub.challenge=7&hub.verify_token=own-token", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_message_is_on_the_bus_and_its_bytes_are_kept_sealed_once_200_was_said()
    {
        var channel = await _hub.Register(_firm);
        var body = Delivery(channel.PhoneNumberId, Text("wamid.1", "Kakak saya ditahan"));
        using var response = await _hub.Post(body);
        response.StatusCode.Should().Be(HttpStatusCode.OK);

        var message = (await _hub.OnTheBus(_firm)).Should().ContainSingle().Subject;
        message.Topic.Should().Be(Topics.IncomingMessage);
        message.Key.Should().MatchRegex("^[0-9a-f]{64}$");
        var incoming = BusJson.Read<IncomingMessage>(message.Body);
        incoming.Should().BeEquivalentTo(new { Channel = channel.Id, Wamid = "wamid.1", Text = "Kakak saya ditahan", Type = "text" });
        incoming.SentAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1760000000));

        var firm = await _hub.Services.GetRequiredService<Infrastructure.Privacy.FirmKeyRing>().Of(_firm, CancellationToken.None);
        var raw = await _hub.Services.GetRequiredService<WebhookStore>().RawPayload(_firm, firm, incoming.RawPayload!.Value, CancellationToken.None);
        Encoding.UTF8.GetString(raw!.Bytes).Should().Be(body);
        (await database.AsSuperuser($"select position('ditahan'::bytea in sealed) from raw_payloads where tenant_id = '{_firm}'")).Should().Be(0);
    }

    [Fact]
    public async Task A_repeated_delivery_is_acknowledged_and_changes_nothing()
    {
        var channel = await _hub.Register(_firm);
        var body = Delivery(channel.PhoneNumberId, Text("wamid.1", "a"), Text("wamid.2", "b"), Text("wamid.1", "a"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _hub.Post(body)));
        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        (await _hub.OnTheBus(_firm)).Select(message => BusJson.Read<IncomingMessage>(message.Body).Wamid).Should().BeEquivalentTo("wamid.1", "wamid.2");
        (await _hub.Rows("raw_payloads", _firm)).Should().Be(1);
        (await _hub.Rows("webhook_arrivals", _firm)).Should().Be(0, "all of it was read");
    }

    [Fact]
    public async Task The_same_wamid_at_another_number_is_another_message_and_each_status_arrives_once()
    {
        var (one, two) = (await _hub.Register(_firm), await _hub.Register(_firm));
        await _hub.Post(Delivery(one.PhoneNumberId, Text("wamid.1", "a")));
        await _hub.Post(Delivery(two.PhoneNumberId, Text("wamid.1", "a")));
        foreach (var status in new[] { "sent", "delivered", "delivered" })
        {
            await _hub.Post(Statuses(one.PhoneNumberId, "wamid.out", status));
        }

        var messages = await _hub.OnTheBus(_firm);
        messages.Count(message => message.Topic == Topics.IncomingMessage).Should().Be(2);
        messages.Where(message => message.Topic == Topics.StatusUpdate).Select(message => BusJson.Read<IncomingStatus>(message.Body).Status)
            .Should().Equal("sent", "delivered");
    }

    [Fact]
    public async Task Messages_of_one_person_share_a_lane_and_others_do_not()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a"), Text("wamid.2", "b"), Text("wamid.3", "c", from: "62899")));
        var lanes = (await _hub.OnTheBus(_firm)).Select(message => message.Key).ToArray();
        lanes[0].Should().Be(lanes[1]).And.NotBe(lanes[2]);
    }

    [Fact]
    public async Task A_message_on_the_bus_carries_its_documented_header_and_nothing_personal_in_it()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "Rahasia", from: "6281239998888")));

        var message = (await _hub.OnTheBus(_firm)).Single();
        using var body = JsonDocument.Parse(message.Body);
        var header = body.RootElement.GetProperty("Normalized");
        header.EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(MembersOf("normalized-message"));
        header.GetRawText().Should().NotContain("6281239998888").And.NotContain("Rahasia").And.NotContain("wamid");
        header.GetProperty("id").GetGuid().Should().Be(message.Id);
        header.GetProperty("tenantId").GetGuid().Should().Be(_firm.Value);
        header.GetProperty("direction").GetString().Should().Be("inbound");
        header.GetProperty("senderHash").GetString().Should().MatchRegex("^[0-9a-f]{64}$");
        header.GetProperty("messageType").GetString().Should().Be("text");
        header.GetProperty("contentRef").GetGuid().Should().Be(BusJson.Read<IncomingMessage>(message.Body).RawPayload!.Value);
        header.GetProperty("timestamp").GetDateTimeOffset().Should().Be(DateTimeOffset.FromUnixTimeSeconds(1760000000));
    }

    [Fact]
    public async Task What_concerns_the_account_is_on_the_bus_once_in_its_documented_form()
    {
        var channel = await _hub.Register(_firm);
        var body = Account(channel.WabaId, 1760000000, "PAUSED");
        await _hub.Post(body);
        await _hub.Post(body);
        await _hub.Post(Account(channel.WabaId, 1760009999, "PAUSED"));

        var told = (await _hub.OnTheBus(_firm)).Where(message => message.Topic == Topics.AccountEvent).ToArray();
        told.Should().HaveCount(2, "a repetition is the same event, and the same pause a day later another one");
        using var first = JsonDocument.Parse(told[0].Body);
        first.RootElement.EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(MembersOf("webhook-event"));
        var read = BusJson.Read<WebhookEvent>(told[0].Body);
        read.Should().BeEquivalentTo(new { EventId = told[0].Id, Provider = "whatsapp", Channel = channel.Id.Value, Field = "message_template_status_update" });
        read.Change.Should().BeOfType<AccountChange.Template>().Which.Value.Should().Be("PAUSED");
        read.At.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1760000000));
    }

    private static string Account(string wabaId, long time, string status) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{wabaId}}}","time":{{{time}}},"changes":[{"field":"message_template_status_update","value":{"event":"{{{status}}}","message_template_id":7,"message_template_name":"kuitansi","message_template_language":"id"}}]}]}""");

    private static IEnumerable<string> MembersOf(string schema)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("docs", "messages", $"{schema}.schema.json")));
        return [.. json.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];
    }

    [Fact]
    public async Task A_person_keeps_the_lane_when_the_user_id_appears_and_when_the_number_goes()
    {
        var channel = await _hub.Register(_firm);
        var (number, user) = (Text("wamid.1", "a", from: "62855"), """{"id":"wamid.3","from_user_id":"ID.55","type":"text","text":{"body":"c"}}""");
        var both = """{"id":"wamid.2","from":"62855","from_user_id":"ID.55","type":"text","text":{"body":"b"}}""";
        await _hub.Post(Delivery(channel.PhoneNumberId, number));
        await _hub.Post(Delivery(channel.PhoneNumberId, both));
        await _hub.Post(Delivery(channel.PhoneNumberId, user));
        (await _hub.OnTheBus(_firm)).Select(message => message.Key).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Another_gateway_finds_the_same_lane_by_what_the_vault_knows()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a", from: "62866")));
        var vault = _hub.Services.GetRequiredService<IIdentityVault>();
        await vault.Resolve(_firm, new("62866", null), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await vault.Resolve(_firm, new("62866", "ID.66"), TimeProvider.System.GetUtcNow(), CancellationToken.None);

        await using var other = await WebhookHost.Start(database, keys.Path);
        await other.Post(Delivery(channel.PhoneNumberId, """{"id":"wamid.2","from_user_id":"ID.66","type":"text","text":{"body":"b"}}"""));
        (await _hub.OnTheBus(_firm)).Select(message => message.Key).Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=short")]
    public async Task A_wrong_signature_stores_nothing(string signature)
    {
        var channel = await _hub.Register(_firm);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/whatsapp")
        {
            Content = new StringContent(Delivery(channel.PhoneNumberId, Text("wamid.1", "a"))),
        };
        if (signature.Length > 0)
        {
            request.Headers.Add(WebhookSignature.Header, signature);
        }

        (await _hub.Http.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await _hub.OnTheBus(_firm)).Should().BeEmpty();
        (await _hub.Rows("raw_payloads", _firm)).Should().Be(0);
    }

    [Fact]
    public async Task A_channel_s_own_app_speaks_for_that_channel_alone()
    {
        var other = new TenantId(Guid.NewGuid());
        var own = await _hub.Register(_firm, appSecret: "own-secret");
        var foreign = await _hub.Register(other);
        (await _hub.Post(Delivery(own.PhoneNumberId, Text("wamid.1", "a")), "own-secret")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _hub.Post(Delivery(foreign.PhoneNumberId, Text("wamid.2", "b")), "own-secret")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _hub.OnTheBus(_firm)).Should().ContainSingle();
        (await _hub.OnTheBus(other)).Should().BeEmpty("it went into quarantine");
        (await database.AsSuperuser($"select count(*) from quarantine where phone_number_id = '{foreign.PhoneNumberId}'")).Should().Be(1L);
    }

    [Fact]
    public async Task An_unknown_number_is_acknowledged_and_kept_in_quarantine_sealed()
    {
        (await _hub.Post(Delivery("399900000000001", Text("wamid.1", "rahasia")))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await database.AsSuperuser("select position('rahasia'::bytea in sealed) from quarantine where phone_number_id = '399900000000001'")).Should().Be(0);
    }

    [Fact]
    public async Task A_number_registered_on_another_node_is_known_at_once()
    {
        await using var other = await WebhookHost.Start(database, keys.Path);
        await _hub.Post(Delivery("399900000000002", Text("wamid.0", "warms the catalogue")));
        var channel = await other.Register(_firm);
        await Eventually.Is(
            async () =>
            {
                await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a")));
                return (await _hub.OnTheBus(_firm)).Count == 1;
            },
            "the other node knows the number",
            TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Several_firms_in_one_delivery_each_get_their_own_part_only()
    {
        var other = new TenantId(Guid.NewGuid());
        var (mine, theirs) = (await _hub.Register(_firm), await _hub.Register(other));
        var body = $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{Change(mine.PhoneNumberId, Text("wamid.m", "punya saya"))}},{{Change(theirs.PhoneNumberId, Text("wamid.t", "punya mereka"))}}]}]}""";
        (await _hub.Post(body)).StatusCode.Should().Be(HttpStatusCode.OK);
        var incoming = BusJson.Read<IncomingMessage>((await _hub.OnTheBus(_firm)).Single().Body);
        BusJson.Read<IncomingMessage>((await _hub.OnTheBus(other)).Single().Body).Wamid.Should().Be("wamid.t");
        var firm = await _hub.Services.GetRequiredService<Infrastructure.Privacy.FirmKeyRing>().Of(_firm, CancellationToken.None);
        var raw = await _hub.Services.GetRequiredService<WebhookStore>().RawPayload(_firm, firm, incoming.RawPayload!.Value, CancellationToken.None);
        Encoding.UTF8.GetString(raw!.Bytes).Should().Contain("punya saya").And.NotContain("mereka");
    }

    [Fact]
    public async Task An_unreadable_item_is_a_dead_letter_and_its_siblings_go_on()
    {
        var channel = await _hub.Register(_firm);
        (await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a"), "\"no message\"", Text("wamid.2", "b")))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _hub.OnTheBus(_firm)).Should().HaveCount(2);
        var letter = _hub.DeadLetters.Letters.Should().ContainSingle().Subject;
        letter.Should().BeEquivalentTo(new { Tenant = _firm, Kind = "webhook", Name = "message", Reason = "It is no JSON object." });
    }

    [Theory]
    [InlineData("{\"object\":", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("", 400)]
    [InlineData("{}", 200)]
    [InlineData("{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"changes\":[]}]}", 200)]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":7}", 200)]
    public async Task A_body_is_a_json_object_or_refused(string body, int status) => ((int)(await _hub.Post(body)).StatusCode).Should().Be(status);

    [Fact]
    public async Task Another_firm_cannot_take_a_number_and_the_same_firm_changes_its_secrets()
    {
        var channel = await _hub.Register(_firm);
        var catalog = _hub.Services.GetRequiredService<IChannelCatalog>();
        var registration = new ChannelRegistration(
            new ChannelId(Guid.NewGuid()), channel.PhoneNumberId, "waba", "6221", new ChannelSecrets("another-token-1234", null, null));
        (await catalog.Register(new TenantId(Guid.NewGuid()), registration, CancellationToken.None)).Refusal.Should().Be(ChannelRefusals.NumberTaken);
        (await catalog.Register(_firm, registration, CancellationToken.None)).Value.Should().BeEquivalentTo(new { channel.Id, AccessTokenEnd = "1234" });
        (await catalog.Get(_firm, channel.Id, CancellationToken.None))!.Secrets.AccessToken.Should().Be("another-token-1234");
        (await catalog.Get(new TenantId(Guid.NewGuid()), channel.Id, CancellationToken.None)).Should().BeNull();
        (await catalog.List(_firm, CancellationToken.None)).Should().ContainSingle();
        (await database.AsSuperuser("select count(*) from channels where position('another-token'::bytea in access_token) > 0")).Should().Be(0L);
    }
}
