using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class GraphApiSenderTests
{
    private static readonly TenantId Firm = new(Guid.NewGuid());
    private static readonly ChannelId Channel = new(Guid.NewGuid());
    private static readonly DataSubjectId Client = new(Guid.NewGuid());
    private static readonly OutboundMessageId Message = new(Guid.NewGuid());
    private static readonly WhatsAppIdentity ByPhone = new("6281230001111", "ID.1");

    [Fact]
    public async Task A_text_goes_out_with_the_plus_the_token_and_what_finds_it_again()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Accept(context));
        var outcome = await Send(meta.Address, OutboundBody.OfText("Baik, kami bantu.").Value, quoted: "wamid.asked");
        outcome.Should().Be(new SendOutcome.Accepted("wamid.sent"));
        var asked = meta.Requests.Should().ContainSingle().Subject;
        asked.Path.Should().Be("/v22.0/301144778899001/messages");
        asked.Authorization.Should().Be("Bearer token-of-the-channel");
        Same(asked.Body, $$$"""
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"+6281230001111","type":"text",
             "text":{"body":"Baik, kami bantu.","preview_url":false},"context":{"message_id":"wamid.asked"},"biz_opaque_callback_data":"{{{Message}}}"}
            """);
    }

    [Fact]
    public async Task That_a_message_was_read_and_an_answer_is_being_written_is_told_in_one_request()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Answer(context, 200, """{"success":true}"""));

        (await ShowRead(meta.Address, typing: true)).Should().BeTrue();
        (await ShowRead(meta.Address, typing: false)).Should().BeTrue();

        var asked = meta.Requests.ToArray();
        (asked[0].Path, asked[0].Authorization).Should().Be(("/v22.0/301144778899001/messages", "Bearer token-of-the-channel"));
        Same(asked[0].Body, """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.asked","typing_indicator":{"type":"text"}}""");
        Same(asked[1].Body, """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.asked"}""");
    }

    [Fact]
    public async Task A_receipt_that_Meta_refuses_or_does_not_hear_is_not_repeated()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Refuse(context, 500, 131000));
        (await ShowRead(meta.Address, typing: true)).Should().BeFalse();
        meta.Requests.Should().ContainSingle();

        var gone = meta.Address;
        await meta.DisposeAsync();
        (await ShowRead(gone, typing: false)).Should().BeFalse();
    }

    [Fact]
    public async Task Who_is_known_by_user_id_alone_is_named_as_recipient()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Accept(context));
        await Send(meta.Address, Hello, identity: new(null, "ID.88120045566771"));
        var body = meta.Requests.Single().Body;
        body.GetProperty("recipient").GetString().Should().Be("ID.88120045566771");
        body.TryGetProperty("to", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Buttons_lists_and_templates_have_Meta_s_shape()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Accept(context));
        await Send(meta.Address, OutboundBody.OfButtons("Setuju?", [new("consent:yes", "Setuju"), new("consent:no", "Tidak")]).Value);
        await Send(meta.Address, OutboundBody.OfList("Tentang apa?", "Pilih", [new("t:criminal", "Pidana", "Ditahan"), new("t:land", "Tanah")]).Value);
        await Send(meta.Address, Appointment);
        await Send(meta.Address, OutboundBody.OfList("Kapan?", "Pilih", [new("1", "09.00", Section: "Pagi"), new("2", "13.00", Section: "Siang"), new("3", "10.00", Section: "Pagi")]).Value);
        var sent = meta.Requests.Select(asked => asked.Body.GetProperty(asked.Body.GetProperty("type").GetString()!)).ToArray();
        Same(sent[0], """
            {"type":"button","body":{"text":"Setuju?"},"action":{"buttons":[
             {"type":"reply","reply":{"id":"consent:yes","title":"Setuju"}},{"type":"reply","reply":{"id":"consent:no","title":"Tidak"}}]}}
            """);
        Same(sent[1], """
            {"type":"list","body":{"text":"Tentang apa?"},"action":{"button":"Pilih","sections":[{"rows":[
             {"id":"t:criminal","title":"Pidana","description":"Ditahan"},{"id":"t:land","title":"Tanah"}]}]}}
            """);
        Same(sent[2], """
            {"name":"appointment","language":{"code":"id"},"components":[{"type":"body","parameters":[{"type":"text","text":"Senin"},{"type":"text","text":"09.00"}]}]}
            """);
        Same(sent[3], """
            {"type":"list","body":{"text":"Kapan?"},"action":{"button":"Pilih","sections":[
             {"title":"Pagi","rows":[{"id":"1","title":"09.00"},{"id":"3","title":"10.00"}]},{"title":"Siang","rows":[{"id":"2","title":"13.00"}]}]}}
            """);
    }

    [Fact]
    public async Task A_refusal_is_told_by_code_and_class_and_not_repeated()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Refuse(context, 400, 131047));
        (await Send(meta.Address, Hello)).Should().Be(new SendOutcome.Rejected(131047, "to +62812***", MetaErrors.Of(131047)));
        meta.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(429, 130429)]
    [InlineData(400, 130429)]
    [InlineData(500, 131000)]
    [InlineData(503, 2)]
    public async Task What_Meta_surely_did_not_take_is_tried_again(int status, int code)
    {
        await using var meta = await MetaServer.Start((context, count) => count < 3 ? MetaServer.Refuse(context, status, code) : MetaServer.Accept(context));
        (await Send(meta.Address, Hello)).Should().Be(new SendOutcome.Accepted("wamid.sent"));
        meta.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task After_its_last_repetition_the_refusal_stands()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Refuse(context, 500, 131016));
        (await Send(meta.Address, Hello)).Should().BeOfType<SendOutcome.Rejected>().Which.Error.Class.Should().Be(RejectionClass.Transient);
        meta.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_never_repeated()
    {
        await using var meta = await MetaServer.Start((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        (await Send(meta.Address, Hello)).Should().BeOfType<SendOutcome.Unanswered>();
        meta.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Silence_is_never_repeated()
    {
        await using var meta = await MetaServer.Start((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        (await Send(meta.Address, Hello, timeout: TimeSpan.FromMilliseconds(300))).Should().BeOfType<SendOutcome.Unanswered>();
        meta.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "no json")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(500, "{\"error\":\"elsewhere\"}")]
    public async Task An_answer_that_says_nothing_counts_as_none(int status, string body)
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Answer(context, status, body));
        (await Send(meta.Address, Hello)).Should().BeOfType<SendOutcome.Unanswered>();
        meta.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        (await Send(new Uri($"http://127.0.0.1:{port}"), Hello)).Should().BeOfType<SendOutcome.Rejected>()
            .Which.Should().Match<SendOutcome.Rejected>(refused => refused.Code == 0 && refused.Error.Class == RejectionClass.Transient);
    }

    [Fact]
    public async Task An_outage_opens_the_breaker_of_its_channel_alone()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Answer(context, 502, "down"));
        using var resilience = Resilience(TimeSpan.FromSeconds(10));
        for (var i = 0; i < 10; i++)
        {
            await Send(meta.Address, Hello, resilience: resilience);
        }

        (await Send(meta.Address, Hello, resilience: resilience)).Should().BeOfType<SendOutcome.Rejected>().Which.Error.Class.Should().Be(RejectionClass.Transient);
        meta.Requests.Should().HaveCount(10, "the eleventh was not even tried");
        (await Send(meta.Address, Hello, resilience: resilience, channel: new ChannelId(Guid.NewGuid()))).Should().BeOfType<SendOutcome.Unanswered>();
    }

    [Fact]
    public async Task An_erased_client_is_not_written_to()
    {
        await using var meta = await MetaServer.Start((context, _) => MetaServer.Accept(context));
        using var http = GraphApiSender.Connect();
        using var resilience = Resilience(TimeSpan.FromSeconds(10));
        var sender = new GraphApiSender(http, new OneChannel(), new OneClient(null), resilience, Options(meta.Address));
        (await sender.Send(Firm, Channel, Client, Hello, Message, null, CancellationToken.None))
            .Should().BeOfType<SendOutcome.Rejected>().Which.Error.Class.Should().Be(RejectionClass.Permanent);
        meta.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("X-Business-Use-Case-Usage", """{"9":[{"type":"messaging","estimated_time_to_regain_access":3}]}""", 180)]
    [InlineData("X-Business-Use-Case-Usage", "no json", null)]
    public async Task How_long_to_wait_is_heard_from_Meta(string header, string value, int? seconds)
    {
        await using var meta = await MetaServer.Start((context, _) =>
        {
            context.Response.Headers[header] = value;
            return MetaServer.Refuse(context, 429, 130429);
        });
        var refused = (await Send(meta.Address, Hello)).Should().BeOfType<SendOutcome.Rejected>().Subject;
        refused.RetryAfter.Should().Be(seconds is { } asked ? TimeSpan.FromSeconds(asked) : null);
        meta.Requests.Should().HaveCount(seconds is null ? 3 : 1, "what is to wait for seconds does not wait within the send");
    }

    private static GraphApiResilience Resilience(TimeSpan timeout) => new(80, timeout, TimeSpan.FromMilliseconds(1), TimeProvider.System);

    private static OutboundBody Appointment => OutboundBody.OfTemplate(
        new TemplateMessage(new TemplateId(Guid.NewGuid()), "appointment", "id", """[{"type":"body","parameters":[{"type":"text","text":"Senin"},{"type":"text","text":"09.00"}]}]"""),
        "Senin, 09.00");

    private static OutboundBody Hello => OutboundBody.OfText("Halo").Value;

    private static async Task<SendOutcome> Send(
        Uri meta,
        OutboundBody body,
        string? quoted = null,
        WhatsAppIdentity? identity = null,
        TimeSpan? timeout = null,
        GraphApiResilience? resilience = null,
        ChannelId? channel = null)
    {
        using var http = GraphApiSender.Connect();
        using var own = Resilience(timeout ?? TimeSpan.FromSeconds(10));
        var sender = new GraphApiSender(http, new OneChannel(), new OneClient(identity ?? ByPhone), resilience ?? own, Options(meta));
        return await sender.Send(Firm, channel ?? Channel, Client, body, Message, quoted, CancellationToken.None);
    }

    private static async Task<bool> ShowRead(Uri meta, bool typing)
    {
        using var http = GraphApiSender.Connect();
        using var resilience = Resilience(TimeSpan.FromSeconds(10));
        return await new GraphApiSender(http, new OneChannel(), new OneClient(ByPhone), resilience, Options(meta))
            .ShowRead(Firm, Channel, "wamid.asked", typing, CancellationToken.None);
    }

    private static WhatsAppOptions Options(Uri meta) => new(meta, "v22.0", null, null, 1);

    private static void Same(JsonElement found, string expected) => JsonElement.DeepEquals(found, JsonDocument.Parse(expected).RootElement)
        .Should().BeTrue("{0} should be {1}", found.GetRawText(), expected);

    private sealed class OneChannel : IChannelCatalog
    {
        public ValueTask<ConnectedChannel?> Get(TenantId tenant, ChannelId channel, CancellationToken cancellationToken) => new(new ConnectedChannel(
            new RegisteredChannel(tenant, channel, "301144778899001", "9", "6221", "nnel"), new ChannelSecrets("token-of-the-channel", null, null)));

        public ValueTask<RegisteredChannel?> Find(string phoneNumberId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<RegisteredChannel>> Register(TenantId tenant, ChannelRegistration registration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RegisteredChannel>> List(TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class OneClient(WhatsAppIdentity? identity) : IIdentityVault
    {
        public Task<WhatsAppIdentity?> Reveal(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) => Task.FromResult(identity);

        public Task<Recognised> Resolve(TenantId tenant, WhatsAppIdentity identity, DateTimeOffset at, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Recognised> Change(
            TenantId tenant, WhatsAppIdentity from, WhatsAppIdentity to, DateTimeOffset at, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<BlindIndex> IndexWamid(TenantId tenant, string wamid, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task KeepWamid(TenantId tenant, DataSubjectId subject, string wamid, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> RevealWamid(TenantId tenant, BlindIndex index, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
