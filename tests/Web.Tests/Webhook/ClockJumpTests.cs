using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>The wall clock of the whole process jumps, from the door to the pages, while clients write.</summary>
public sealed class ClockJumpTests(HubHost host) : IClassFixture<HubHost>
{
    private const string Secret = "an app secret of this test alone";
    private const string Number = "301144778866001";
    private const int Messages = 48;
    private const int Clients = 8;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_while_the_clock_jumps_an_hour_forward_and_back()
    {
        (await host.Send(new ConnectChannel(host.Caller(Role.FirmAdmin), new ChannelRegistration(
            new ChannelId(Guid.NewGuid()), Number, "900800700600511", "+62 21 5000 4322", new ChannelSecrets("token-1234", Secret, "verify")))))
            .IsRefused.Should().BeFalse();
        using var lawyer = await host.Integration(Role.Lawyer);
        string[] wamids = [.. Enumerable.Range(0, Messages).Select(number => string.Create(CultureInfo.InvariantCulture, $"wamid.clock.{number}"))];
        for (var number = 0; number < Messages; number++)
        {
            var body = Delivery(Number, Text(wamids[number], $"pesan {number}", string.Create(CultureInfo.InvariantCulture, $"628125550{number % Clients:0000}")));
            (await Deliver(body)).Should().Be(HttpStatusCode.OK);
            host.Clock.Jump(TimeSpan.FromHours((number % 4) is 0 or 3 ? 1 : -1));
            (await Deliver(body)).Should().Be(HttpStatusCode.OK, "Meta repeats what it did not hear of");
        }

        JsonElement found = default;
        await Eventually.Is(
            async () =>
            {
                found = await LookUp(lawyer, wamids);
                return wamids.All(wamid => found.TryGetProperty(wamid, out _));
            },
            "every message is on record", TimeSpan.FromSeconds(60));
        found.EnumerateObject().Should().AllSatisfy(message => message.Value.GetArrayLength().Should().Be(1, "it was delivered twice and is there once"));
        await Eventually.Is(
            async () => (await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/conversations?limit=50")).GetProperty("items").GetArrayLength() == Clients,
            "each client has one conversation on the page", TimeSpan.FromSeconds(60));
    }

    private static async Task<JsonElement> LookUp(HttpClient client, string[] wamids)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/messages/lookup", new { wamids });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("found");
    }

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
