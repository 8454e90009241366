using System.Text.RegularExpressions;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>A lawyer changes a form while clients answer it: who has begun ends on what they began with.</summary>
public sealed partial class FormWrittenAnew(Installation installation, Browser browser) : IClassFixture<Installation>, IClassFixture<Browser>
{
    private const string OldQuestion = "Apakah membahayakan orang saat ini?";
    private const string NewQuestion = "Apakah ada orang yang terancam bahaya sekarang juga?";

    [Fact]
    public async Task A_running_session_ends_on_its_version_and_on_the_new_one_a_silent_client_lapses_and_comes_back()
    {
        using var hub = new HubClient(installation);
        await hub.Post("/packs/complaint-id/install", new { });
        const string running = "6281298770004";
        await hub.Says(running, "Lapor!", "Selamat datang");
        await hub.Says(running, "Saya setuju", "Apa yang ingin Anda laporkan?");
        await hub.Says(running, "Lampu jalan mati", "Di mana lokasinya?");

        var lawyer = new Dashboard(await browser.Open($"{installation.HubUrl}"));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.GoTo("Formulir");
        await lawyer.Page.GetByRole(AriaRole.Link, new() { NameRegex = Complaint() }).First.ClickAsync();
        await lawyer.Press("Tulis");
        var source = lawyer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Sumber (YAML)" });
        var written = await source.InputValueAsync();
        await source.FillAsync(written.Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace(OldQuestion, NewQuestion, StringComparison.Ordinal)
            .Replace("remindAfter: [PT2H], lapseAfter: P1D", "remindAfter: [PT4S], lapseAfter: PT12S", StringComparison.Ordinal));
        await lawyer.Press("Simpan konsep");
        await lawyer.Press("Uji coba");
        var tried = lawyer.Page.GetByRole(AriaRole.List, new() { Name = "Telepon klien" });
        await tried.GetByRole(AriaRole.Button, new() { Name = "Sampah" }).ClickAsync();
        await Expect(tried.GetByText("Di mana lokasinya?")).ToBeVisibleAsync();
        await lawyer.Press("Tulis");
        await lawyer.Press("Terbitkan");
        await lawyer.Sees("Versi 2 terbit.");

        const string silent = "6281298770005";
        await hub.Says(silent, "Lapor!", "Selamat datang");
        await hub.Says(silent, "Saya setuju", "Apa yang ingin Anda laporkan?");
        await hub.PhoneShows(silent, "Kami masih menunggu jawaban Anda.");
        await lawyer.GoTo("Wawancara");
        await lawyer.Page.GetByRole(AriaRole.Group, new() { Name = "Posisi sekarang" })
            .GetByRole(AriaRole.Button, new() { NameRegex = Lapsed() }).ClickAsync();
        await lawyer.Sees("Lapor! Pengaduan warga");

        // Whoever comes back is asked where they left; on a slow machine the next question may lapse, too, and is asked again.
        await hub.Says(silent, "Maaf, baru balas", "Apa yang ingin Anda laporkan?");
        await hub.Says(silent, "Sampah", "Di mana lokasinya?");
        await hub.Says(silent, "Jl. Kenanga No. 3", "Jelaskan masalahnya");
        await hub.Says(silent, "Sampah menumpuk sejak Senin.", NewQuestion);

        await hub.Says(running, "Jl. Mawar No. 8", "Jelaskan masalahnya");
        await hub.Says(running, "Lampu mati sejak minggu lalu.", OldQuestion);
        await hub.Says(running, "tidak", "Kirim foto bila ada");
        await hub.Says(running, "LEWATI", "terdaftar dengan nomor LAP-");
        (await hub.Phone(running)).Should().NotContain(message => message.GetProperty("text").GetString()!.Contains(NewQuestion, StringComparison.Ordinal));
    }

    [GeneratedRegex("Pengaduan warga")]
    private static partial Regex Complaint();

    [GeneratedRegex("^Kedaluwarsa [1-9]")]
    private static partial Regex Lapsed();
}
