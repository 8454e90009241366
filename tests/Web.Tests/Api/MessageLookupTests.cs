using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class MessageLookupTests(HubHost host) : IClassFixture<HubHost>, IAsyncLifetime
{
    private const string Secret = "an app secret of this test alone";
    private const string Wamid = "wamid.HBgNNjI4MTIzMDAwMTExMRUCABIYFDNB";

    public async Task InitializeAsync()
    {
        var connected = await host.Send(new ConnectChannel(host.Caller(Role.FirmAdmin), new ChannelRegistration(
            new ChannelId(Guid.NewGuid()), "109876543210987", "209876543210987", "+62 21 5550 1234", new ChannelSecrets("token-1234", Secret, "verify"))));
        connected.IsRefused.Should().BeFalse();
        (await Deliver()).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_message_that_Meta_names_is_found_where_it_was_received()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        using var auditor = await host.Integration(Role.Auditor);

        var sequences = await Eventually.Find(
            async () => (await LookUp(lawyer, Wamid, "wamid.unknown")).TryGetProperty(Wamid, out var found) ? found.EnumerateArray().Select(item => item.GetInt64()).ToArray() : null,
            "the message is received");

        sequences.Should().ContainSingle();
        var page = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?after={sequences[0] - 1}&limit=1");
        page.GetProperty("items")[0].GetProperty("type").GetString().Should().Be("message_received");
        page.GetProperty("items")[0].GetRawText().Should().NotContain(Wamid);
        (await LookUp(lawyer, "wamid.unknown")).EnumerateObject().Should().BeEmpty();
    }

    [Fact]
    public async Task An_auditor_sees_that_a_message_came_and_not_what_it_says()
    {
        using var auditor = await host.Integration(Role.Auditor);
        var conversation = await Eventually.Find(
            async () => (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/conversations")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("id").GetString()).FirstOrDefault(),
            "the conversation is in the inbox");

        var page = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");

        var message = page.GetProperty("items").EnumerateArray().First(item => item.GetProperty("direction").GetString() == "inbound");
        (message.TryGetProperty("text", out var text) ? text.GetString() : null).Should().BeNull();
        message.GetProperty("erased").GetBoolean().Should().BeFalse();
        page.GetRawText().Should().NotContain("Selamat siang");
    }

    [Fact]
    public async Task Too_many_at_once_are_refused()
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        var answer = await lawyer.PostAsJsonAsync("/api/v1/messages/lookup", new { wamids = Enumerable.Range(0, 5001).Select(number => $"wamid.{number}") });

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_channels_secrets_go_in_and_never_come_out()
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        var channels = await admin.GetStringAsync("/api/v1/channels");

        channels.Should().Contain("\"accessTokenEnd\":\"1234\"").And.NotContain("token-1234").And.NotContain(Secret);
    }

    private async Task<HttpResponseMessage> Deliver()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(
            """
            {"object":"whatsapp_business_account","entry":[{"id":"209876543210987","changes":[{"field":"messages","value":{
              "messaging_product":"whatsapp","metadata":{"display_phone_number":"622155501234","phone_number_id":"109876543210987"},
              "contacts":[{"profile":{"name":"Budi"},"wa_id":"6281230001111"}],
              "messages":[{"from":"6281230001111","id":"WAMID","timestamp":"1795255200","type":"text","text":{"body":"Selamat siang"}}]}}]}]}
            """.Replace("WAMID", Wamid, StringComparison.Ordinal));
        using var browser = host.Browser();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add("X-Hub-Signature-256", WebhookSignature.Of(body, Secret));
        return await browser.PostAsync("/webhook/whatsapp", content);
    }

    private static async Task<JsonElement> LookUp(HttpClient client, params string[] wamids)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/messages/lookup", new { wamids });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("found");
    }
}
