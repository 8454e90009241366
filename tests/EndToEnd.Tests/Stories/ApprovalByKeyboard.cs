using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>A lawyer decides on what waits in the queue: without a mouse, and not over words that the client has overtaken.</summary>
public sealed class ApprovalByKeyboard(Installation installation, Browser browser) : IClassFixture<Installation>, IClassFixture<Browser>
{
    private const string MouseHeard = "() => window.mouseHeard";

    // Counts whatever a mouse, a pen or a finger does; a click that a key causes comes without.
    private const string HearMouse =
        "() => { window.mouseHeard = 0; for (const kind of ['pointerdown', 'mousedown', 'touchstart']) window.addEventListener(kind, () => window.mouseHeard++, true); }";

    [Fact]
    public async Task From_signing_in_to_sent_without_a_mouse()
    {
        const string words = "Surat kuasa sudah kami terima; kami dampingi Anda besok pukul sembilan.";
        using var hub = new HubClient(installation);
        var client = await WrittenClient.Agrees(hub, "6281298760011", "Sari");
        await hub.Post($"/conversations/{client.Conversation}/replies", new { text = words });
        var (email, password) = installation.Login("lawyer");
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        var page = lawyer.Page;

        await Expect(page.GetByLabel("Email")).ToBeFocusedAsync();
        await page.EvaluateAsync(HearMouse);
        await page.Keyboard.TypeAsync(email);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Kata sandi")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(lawyer.Link("Kotak masuk")).ToBeVisibleAsync();

        await Walk(page, "gr", "**/replies");
        await lawyer.Sees(words);
        await page.Keyboard.PressAsync("a");

        await lawyer.Sees("Tidak ada balasan yang menunggu");
        await hub.PhoneShows(client.Phone, words);
        (await page.EvaluateAsync<int>(MouseHeard)).Should().Be(0);
    }

    [Fact]
    public async Task What_the_client_has_overtaken_is_asked_again()
    {
        const string words = "Sidang pertama hari Senin pukul sepuluh; mohon datang setengah jam sebelumnya.";
        const string overtaking = "Maaf, hari Senin saya di luar kota";
        using var hub = new HubClient(installation);
        var client = await WrittenClient.Agrees(hub, "6281298760012", "Rina");
        var reply = await hub.Post($"/conversations/{client.Conversation}/replies", new { text = words });
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.Page.GotoAsync($"{installation.HubUrl}/replies?reply={reply.GetProperty("replyId").GetString()}");
        await lawyer.Sees(words);

        await client.Writes(overtaking);

        await lawyer.Sees("Klien menulis lagi setelah balasan ini diusulkan.");
        await lawyer.Sees(overtaking);
        await Expect(lawyer.Button("Setujui")).ToBeDisabledAsync();
        await lawyer.Page.GetByLabel("Saya sudah membaca pesan terbaru dan tetap menyetujui").CheckAsync();
        await lawyer.Press("Setujui");

        await hub.PhoneShows(client.Phone, words);
    }

    /// <summary>Two keys that belong together within a moment: pressed again where the machine was too slow between them.</summary>
    private static Task Walk(IPage page, string keys, string url) => Eventually.Is(
        async () =>
        {
            await page.Keyboard.TypeAsync(keys);
            try
            {
                await page.WaitForURLAsync(url, new() { Timeout = 2_000 });
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        },
        $"the keys {keys} lead to {url}", TimeSpan.FromSeconds(60));
}
