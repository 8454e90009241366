using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>
/// What a lawyer can still say once a day has passed. The client agreed by one number of the firm and wrote to its other one a day ago, so that
/// nobody has to wait a day.
/// </summary>
public sealed class OutsideTheWindow(TwoNumbers installation, Browser browser) : IClassFixture<TwoNumbers>, IClassFixture<Browser>
{
    private const string Closed = "Jendela 24 jam tertutup: WhatsApp hanya menerima teks bebas";
    private const string Template = "kabar_perkara";

    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 180_000 };

    [Fact]
    public async Task A_window_closes_while_a_reply_waits_and_the_send_gate_stops_it()
    {
        const string words = "Berkas Anda lengkap; kami kabari begitu ada panggilan sidang.";
        using var hub = new HubClient(installation);
        await Put(hub, Template, "APPROVED");

        // Free words are refused in the last minute: in some seconds from now.
        var conversation = await Wrote(hub, "6281298760021", "Sari", TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(24) + TimeSpan.FromSeconds(70));
        await hub.Post($"/conversations/{conversation}/replies", new { text = words });
        var lawyer = await Opened(conversation);

        await Expect(lawyer.Page.GetByText(Closed).First).ToBeVisibleAsync(Patiently);
        await Expect(lawyer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Templat" })).ToBeVisibleAsync();
        await lawyer.Sees(words);
        await lawyer.Press("Setujui");

        await lawyer.Sees("Jendela 24 jam tertutup sebelum pesan terkirim. Kirim templat");
        (await hub.Phone("6281298760021")).Should().NotContain(message => message.GetProperty("text").GetString() == words);
    }

    [Fact]
    public async Task A_paused_template_cannot_be_chosen_its_scheduled_send_is_stopped_and_the_admin_is_told()
    {
        const string paused = "pengingat_sidang";
        using var hub = new HubClient(installation);
        await Put(hub, Template, "APPROVED"); // another one stays
        await Put(hub, paused, "APPROVED");
        var conversation = await Wrote(hub, "6281298760022", "Rina", TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(25));
        var lawyer = await Opened(conversation);
        var choice = lawyer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Templat" });
        await choice.ClickAsync();
        await Expect(lawyer.Page.GetByRole(AriaRole.Option, new() { Name = paused })).ToBeVisibleAsync();
        await lawyer.Page.Keyboard.PressAsync("Escape");

        await ScheduleAndPause(hub, conversation, paused);

        await Expect(lawyer.Page.GetByText("Templat tidak dapat dipakai sekarang, atau isiannya tidak cocok.").First).ToBeVisibleAsync(Patiently);
        await choice.ClickAsync();
        await Expect(lawyer.Page.GetByRole(AriaRole.Option, new() { Name = paused })).ToHaveCountAsync(0);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => hub.Post("/messages", new { to = conversation, template = paused, language = "id" }));
        refused.StatusCode.Should().Be(System.Net.HttpStatusCode.UnprocessableEntity);

        var admin = new Dashboard(await browser.Open(installation.HubUrl));
        await admin.SignIn(installation.Login("firm-admin"));
        await admin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("pemberitahuan", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await admin.Sees("Meta menghentikan sebuah templat");
    }

    /// <summary>Meta pauses the template before its moment has come; a machine that was too slow for that schedules another, with more time.</summary>
    private async Task ScheduleAndPause(HubClient hub, string conversation, string template)
    {
        for (var ahead = TimeSpan.FromSeconds(8); ; ahead *= 2)
        {
            var sendAt = TimeProvider.System.GetUtcNow() + ahead;
            await hub.Post("/messages", new { to = conversation, template, language = "id", sendAt });
            await Put(hub, template, "PAUSED");
            if (TimeProvider.System.GetUtcNow() < sendAt)
            {
                return;
            }

            await Put(hub, template, "APPROVED");
        }
    }

    private async Task<Dashboard> Opened(string conversation)
    {
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.Page.GotoAsync($"{installation.HubUrl}/inbox/{conversation}");
        return lawyer;
    }

    /// <summary>The conversation by the other number, whose last message is of that time.</summary>
    private static async Task<string> Wrote(HubClient hub, string phone, string name, DateTimeOffset sentAt)
    {
        var client = await WrittenClient.Agrees(hub, phone, name, TwoNumbers.First);
        await client.Writes("Apakah sudah ada kabar?", TwoNumbers.Second, sentAt);
        await Eventually.Is(async () => (await client.Conversations()).Count == 2, $"{name} has written to the other number", TimeSpan.FromSeconds(60));
        return (await client.Conversations()).Select(conversation => conversation.GetProperty("id").GetString()!).Single(id => id != client.Conversation);
    }

    /// <summary>Meta's side says what the template is, and the hub has heard of it.</summary>
    private async Task Put(HubClient hub, string name, string status)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri($"{installation.SimulatorUrl}/simulator/templates"), new
        {
            wabaId = TwoNumbers.Account,
            name,
            language = "id",
            status,
            category = "UTILITY",
            components = new[] { new { type = "BODY", text = "Ada kabar pada perkara Anda. Balas pesan ini untuk membacanya." } },
        });
        answer.EnsureSuccessStatusCode();
        await Eventually.Is(
            async () =>
            {
                var templates = await hub.Get("/templates?limit=100");
                return templates.GetProperty("items").EnumerateArray().Any(one => one.GetProperty("name").GetString() == name
                    && one.GetProperty("status").GetString() == status && one.GetProperty("parts") is { ValueKind: JsonValueKind.Object });
            },
            $"the hub has heard that {name} is {status}", TimeSpan.FromSeconds(60));
    }
}
