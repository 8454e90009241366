using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Web.Tests.Hosting;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>What waits for a number to be entered, as whoever keeps the hub running sees it.</summary>
public sealed class QuarantineListTests(HubHost host) : IClassFixture<HubHost>
{
    private const string Secret = "an app secret of this test alone";
    private const string Known = "301144778899002";
    private const string Unknown = "301144778899999";

    [Fact]
    public async Task What_waits_is_counted_by_number_reason_and_age_without_saying_whose_it_is()
    {
        (await host.Send(new ConnectChannel(host.Caller(Role.FirmAdmin), new ChannelRegistration(
            new ChannelId(Guid.NewGuid()), Known, "900800700600501", "+62 21 5000 4321", new ChannelSecrets("token-1234", Secret, "verify")))))
            .IsRefused.Should().BeFalse();
        using var admin = await host.Integration(Role.FirmAdmin);
        (await List(admin)).GetProperty("items").GetArrayLength().Should().Be(0);

        var changes = string.Join(',', Change(Unknown, Text("wamid.q1", "rahasia")), Change(Unknown, Text("wamid.q2", "rahasia")), Change(Known, Text("wamid.q3", "a")));
        (await Deliver($$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{changes}}]}]}""")).Should().Be(HttpStatusCode.OK);

        var list = await List(admin);
        var waiting = list.GetProperty("items").EnumerateArray().Should().ContainSingle().Subject;
        waiting.GetProperty("changes").GetInt64().Should().Be(2);
        waiting.GetProperty("numberEnd").GetString().Should().Be("9999");
        waiting.GetProperty("reason").GetString().Should().Be("unregistered");
        waiting.GetProperty("oldest").GetDateTimeOffset().Should().BeOnOrBefore(waiting.GetProperty("latest").GetDateTimeOffset());
        list.GetRawText().Should().NotContainAny(Unknown, "rahasia", "wamid");
    }

    [Fact]
    public async Task Nobody_else_may_see_it()
    {
        using var lawyer = await host.Integration(Role.Lawyer, Role.Auditor);

        var answer = await lawyer.GetAsync("/api/v1/quarantine");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    private static Task<JsonElement> List(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/v1/quarantine");

    private async Task<HttpStatusCode> Deliver(string body)
    {
        using var browser = host.Browser();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(Encoding.UTF8.GetBytes(body), Secret));
        using var answer = await browser.PostAsync("/webhook/whatsapp", content);
        return answer.StatusCode;
    }
}
