using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>Every kind of delivery through the whole hub: door, bus, workers, events, pages.</summary>
public sealed class EveryPayloadTests(HubHost host) : IClassFixture<HubHost>
{
    private const string Secret = "an app secret of this test alone";

    // Of all payloads one speaks of a message that is not ours to a recipient whom Meta does not name: nobody can say whose it is.
    private const string NobodysStatus = "The status names neither a recipient nor a message of ours.";

    [Fact]
    public async Task Every_kind_of_delivery_ends_on_record_and_on_the_pages()
    {
        (await host.Send(new ConnectChannel(host.Caller(Role.FirmAdmin), new ChannelRegistration(
            new ChannelId(Guid.NewGuid()), "301144778899001", "900800700600500", "+62 21 5000 1234", new ChannelSecrets("token-1234", Secret, "verify")))))
            .IsRefused.Should().BeFalse();
        foreach (var file in Files())
        {
            (await Deliver(await File.ReadAllBytesAsync(file))).Should().Be(HttpStatusCode.OK, file);
        }

        await Eventually.Is(
            async () => (long)(await host.Database.AsSuperuser(
                $"""
                select (select count(*) from webhook_arrivals)
                    + (select count(*) from bus_messages where tenant_id = '{host.Tenant}' and topic not in ('wa.message.outgoing', 'wa.template.refresh'))
                """))! == 0,
            "everything that was delivered is taken in", TimeSpan.FromSeconds(90));

        using var admin = await host.Integration(Role.FirmAdmin);
        var letters = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/dead-letters?limit=200")).GetProperty("items").EnumerateArray()
            .Where(letter => letter.GetProperty("name").GetString() is "wa.message.incoming" or "wa.status.update" or "wa.message.echo" or "wa.account.event");
        letters.Select(letter => letter.GetProperty("reason").GetString()).Should().OnlyContain(reason => reason!.Contains(NobodysStatus));

        var types = (string)(await host.Database.AsSuperuser(
            $"select string_agg(distinct type, ' ') from mt_events where tenant_id = '{host.Tenant}'"))!;
        types.Split(' ').Should().Contain([
            "message_received", "message_edited", "message_revoked", "message_reacted", "message_echoed", "message_status_unmatched",
            "client_identity_changed", "marketing_preference_changed", "template_status_changed", "template_quality_changed",
            "template_category_changed", "channel_quality_changed", "channel_name_reviewed", "channel_problem_reported", "account_notice_received",
        ]);

        using var lawyer = await host.Integration(Role.Lawyer);
        var conversations = (await Eventually.Find(
            async () => await Items(lawyer, "/api/v1/conversations?limit=100") is { Length: > 0 } found ? found : null, "conversations are in the inbox"))
            .Select(conversation => conversation.GetProperty("id").GetString()).ToArray();
        var shown = new List<string>();
        foreach (var conversation in conversations)
        {
            shown.AddRange((await Items(lawyer, $"/api/v1/conversations/{conversation}/messages?limit=200")).Select(message => message.GetProperty("type").GetString()!));
        }

        shown.Should().Contain([
            "text", "image", "document", "sticker", "location", "contacts", "order", "interactive", "button", "reaction", "edit", "revoke", "system",
            "unsupported", "unknown", "identity_changed", "marketing_stopped",
        ]);
    }

    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Repository.Path("tests", "Infrastructure.Tests", "WhatsApp", "Payloads"), "*.json")
        .Where(file => Path.GetFileName(file) != "index.json").Order(StringComparer.Ordinal);

    private static async Task<JsonElement[]> Items(HttpClient client, string address) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];

    private async Task<HttpStatusCode> Deliver(byte[] body)
    {
        using var browser = host.Browser();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(body, Secret));
        using var answer = await browser.PostAsync("/webhook/whatsapp", content);
        return answer.StatusCode;
    }
}
