using System.Text;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>What goes with a lawyer's words: a file, or choices to tap; from the hub to the client's phone and back.</summary>
public sealed class FilesAndChoices(Installation installation, Browser browser) : IClassFixture<Installation>, IClassFixture<Browser>
{
    private static readonly byte[] Letter = Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 200_000) + "\n%%EOF\n");

    [Fact]
    public async Task A_document_reaches_the_phone_byte_for_byte_once_a_lawyer_approved_it()
    {
        const string words = "Mohon ditandatangani dan dikirim kembali.";
        using var hub = new HubClient(installation);
        var client = await WrittenClient.Agrees(hub, "6281298760021", "Dewi");
        var media = (await hub.Attach(client.Conversation, "Surat Kuasa.pdf", Letter)).GetProperty("id").GetString()!;
        await Eventually.Is(
            async () => (await hub.Get($"/media/{media}/state")).GetProperty("state").GetString() == "clean", "the file is looked at", TimeSpan.FromSeconds(60));
        var reply = await hub.Post($"/conversations/{client.Conversation}/replies", new { text = words, media });
        (await hub.Phone(client.Phone)).Should().NotContain(message => message.GetProperty("type").GetString() == "document");

        await hub.Post($"/replies/{reply.GetProperty("replyId").GetString()}/approve", new { });

        await hub.PhoneShows(client.Phone, words);
        var document = (await hub.Phone(client.Phone)).Single(message => message.GetProperty("type").GetString() == "document").GetProperty("document");
        (document.GetProperty("filename").GetString(), document.GetProperty("caption").GetString()).Should().Be(("Surat Kuasa.pdf", words));
        (await hub.FileOnPhone(document.GetProperty("id").GetString()!)).Should().Equal(Letter);
        (await hub.File(media)).Should().Equal(Letter, "the firm reads it again by a link");
    }

    [Fact]
    public async Task A_tapped_button_comes_back_as_the_client_s_answer_to_a_person()
    {
        const string words = "Hari apa Anda bisa datang?";
        using var hub = new HubClient(installation);
        var client = await WrittenClient.Agrees(hub, "6281298760022", "Wati");
        var reply = await hub.Post($"/conversations/{client.Conversation}/replies", new { text = words, buttons = new[] { "Senin", "Selasa" } });
        await hub.Post($"/replies/{reply.GetProperty("replyId").GetString()}/approve", new { });
        await hub.PhoneShows(client.Phone, words);
        var before = (await hub.Phone(client.Phone)).Count;
        var offered = (await hub.Phone(client.Phone)).Single(message => message.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal));
        var choice = offered.GetProperty("interactive").GetProperty("action").GetProperty("buttons")[1].GetProperty("reply");

        await hub.Write(client.Phone, "Wati", new
        {
            type = "interactive",
            interactive = new { type = "button_reply", button_reply = new { id = choice.GetProperty("id").GetString(), title = choice.GetProperty("title").GetString() } },
        });

        await Eventually.Is(
            async () => (await hub.Get($"/conversations/{client.Conversation}/messages?latest=true")).GetProperty("items").EnumerateArray().Any(
                message => message.GetProperty("interactiveReply") is { ValueKind: JsonValueKind.Object } answer && answer.GetProperty("title").GetString() == "Selasa"),
            "the timeline shows what was tapped", TimeSpan.FromSeconds(60));
        await hub.Says(client.Phone, "tidak ada", ""); // the interview goes on where it was, so it was silent about the button
        (await hub.Phone(client.Phone)).Skip(before).Take(2).Select(message => message.GetProperty("direction").GetString()).Should().Equal("in", "in");
    }

    [Fact]
    public async Task A_lawyer_attaches_a_picture_at_the_dashboard_and_the_client_sees_it()
    {
        // The smallest picture there is: one grey point.
        var picture = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
        using var hub = new HubClient(installation);
        var client = await WrittenClient.Agrees(hub, "6281298760023", "Ayu");
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.Page.GotoAsync($"{installation.HubUrl}/inbox/{client.Conversation}");

        await lawyer.Page.GetByLabel("Pilih berkas").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "Denah kantor.png", MimeType = "image/png", Buffer = picture });
        await lawyer.Sees("sudah diperiksa, siap diusulkan");
        await lawyer.Page.GetByLabel("Tulis balasan").FillAsync("Pintu masuknya di sebelah kiri.");
        await lawyer.Press("Usulkan balasan");
        await lawyer.Press("Setujui");

        await hub.PhoneShows(client.Phone, "Pintu masuknya di sebelah kiri.");
        var phone = await browser.Open($"{installation.SimulatorUrl}/?phone={client.Phone}");
        await Expect(phone.Locator("img").First).ToBeVisibleAsync();
        await lawyer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Lihat Denah kantor.png" }).Last.ClickAsync();
        await Expect(lawyer.Page.GetByRole(Microsoft.Playwright.AriaRole.Img, new() { Name = "Denah kantor.png" })).ToBeVisibleAsync();
    }
}
