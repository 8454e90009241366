using System.Text.RegularExpressions;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>The product's main job, both sides in a real browser: the five-minute tour of the README.</summary>
public sealed class FromFirstMessageToVerifiedAudit(Installation installation, Browser browser)
    : IClassFixture<Installation>, IClassFixture<Browser>
{
    private const string Reply =
        "Selamat siang, Ibu. Kami sudah menerima laporan Ibu dan advokat kami sedang menuju Polres. Mohon jangan menandatangani apa pun sebelum "
        + "didampingi, simpan surat penangkapan bila ada, dan kirim fotonya ke sini. Penangkapan paling lama satu kali dua puluh empat jam; "
        + "kami akan meminta salinan surat perintahnya dan menghubungi Ibu lagi malam ini.";

    [Fact]
    public async Task A_client_is_heard_a_lawyer_answers_and_an_auditor_can_prove_it()
    {
        var phone = new ClientPhone(await browser.Open($"{installation.SimulatorUrl}/?phone=6281298765432&name=Rahma", width: 390, height: 844));
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.GoTo("Kotak masuk");

        await CriminalIntake.AgreeAndAnswer(phone, TimeProvider.System);

        await SeesTheCriticalConversation(lawyer);
        await AcceptsTheIntake(lawyer);
        await AnswersTheClient(lawyer, phone);
        await BillsTheTime(lawyer);
        await ParalegalCannotApprove();
        await AuditorVerifies();
    }

    private static async Task SeesTheCriticalConversation(Dashboard lawyer)
    {
        // No reload: the page follows the client live.
        var line = lawyer.Page.GetByRole(AriaRole.Link, new() { Name = CriminalIntake.ClientName }).First;
        await Expect(line).ToBeVisibleAsync();
        await Expect(line).ToContainTextAsync("Kritis");
        await line.ClickAsync();
        await lawyer.Sees("Penangkapan 1×24 jam");
        await lawyer.Sees("Karena kata-kata ini");
        await lawyer.Sees(CriminalIntake.Story);
    }

    private static async Task AcceptsTheIntake(Dashboard lawyer)
    {
        await lawyer.GoTo("Wawancara");
        await lawyer.Page.GetByRole(AriaRole.Link, new() { Name = CriminalIntake.ClientName }).First.ClickAsync();
        await lawyer.Sees("Polres Metro Jakarta Selatan");
        await lawyer.Press("Terima");
        await lawyer.Sees("PKR-");
        await Expect(lawyer.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/matters/"));
    }

    private static async Task AnswersTheClient(Dashboard lawyer, ClientPhone phone)
    {
        await lawyer.GoTo("Kotak masuk");
        await lawyer.Page.GetByRole(AriaRole.Link, new() { Name = CriminalIntake.ClientName }).First.ClickAsync();
        await lawyer.Press("Usulkan dari pengetahuan");
        var composer = lawyer.Page.GetByLabel("Tulis balasan");
        await Expect(composer).Not.ToHaveValueAsync(string.Empty);
        await composer.FillAsync(Reply);
        await lawyer.Press("Usulkan balasan");

        await lawyer.GoTo("Persetujuan");
        await lawyer.Sees("Selamat siang, Ibu.");
        await lawyer.Press("Setujui");
        await phone.Sees("Selamat siang, Ibu. Kami sudah menerima laporan Ibu");

        await lawyer.GoTo("Kotak masuk");
        await lawyer.Page.GetByRole(AriaRole.Link, new() { Name = CriminalIntake.ClientName }).First.ClickAsync();
        await Expect(lawyer.Page.GetByLabel("Dibaca").Last).ToBeVisibleAsync();
    }

    private static async Task BillsTheTime(Dashboard lawyer)
    {
        await lawyer.GoTo("Waktu");
        var minutes = lawyer.Page.GetByLabel("Menit").First;
        await minutes.FillAsync("30");
        await lawyer.Press("Setujui");
        await Expect(lawyer.Page.GetByText("Disetujui", new() { Exact = true }).First.Or(lawyer.Page.GetByText("Tidak ada catatan waktu di sini")))
            .ToBeVisibleAsync();

        await lawyer.GoTo("Tagihan");
        await lawyer.Press("Buat konsep tagihan");
        await lawyer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).ClickAsync();
        await lawyer.Page.GetByRole(AriaRole.Option, new() { Name = "PKR-" }).First.ClickAsync();
        await lawyer.Press("Buat konsep");
        await lawyer.Sees("delapan ratus tiga puluh dua ribu lima ratus rupiah");
        var href = await lawyer.Page.GetByRole(AriaRole.Link, new() { Name = "Buka PDF" }).GetAttributeAsync("href");
        var pdf = await lawyer.Page.APIRequest.GetAsync(new Uri(new Uri(lawyer.Page.Url), href).ToString());
        pdf.Headers["content-type"].Should().Be("application/pdf");
        (await pdf.BodyAsync()).AsSpan(0, 5).SequenceEqual("%PDF-"u8).Should().BeTrue();
    }

    private async Task ParalegalCannotApprove()
    {
        var paralegal = new Dashboard(await browser.Open(installation.HubUrl));
        await paralegal.SignIn(installation.Login("paralegal"));
        await paralegal.GoTo("Waktu");
        await Expect(paralegal.Button("Setujui")).Not.ToBeVisibleAsync();
    }

    private async Task AuditorVerifies()
    {
        var auditor = new Dashboard(await browser.Open(installation.HubUrl));
        await auditor.SignIn(installation.Login("auditor"));
        await auditor.GoTo("Kotak masuk");
        await auditor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("K-[0-9A-F]{8}") }).First.ClickAsync();
        await auditor.Sees("Isi tidak ditampilkan untuk peran Anda.");
        await Expect(auditor.Page.GetByText(CriminalIntake.ClientName)).ToHaveCountAsync(0);

        await auditor.GoTo("Audit");
        await auditor.Page.GetByLabel("Jenis").FillAsync("reply_approved");
        await auditor.Press("Saring");
        var approval = auditor.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Button, new() { Name = "Balasan disetujui" }).First;
        await Expect(approval).ToBeVisibleAsync();

        await approval.ClickAsync();
        var proof = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Press("Unduh bukti"));
        proof.SuggestedFilename.Should().MatchRegex(@"^lawyers-hub-proof-\d+\.json$");
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Entitas dari waktu ke waktu" }).First.ClickAsync();
        await auditor.Sees("Langkah demi langkah");
        await Expect(auditor.Page.GetByText(CriminalIntake.ClientName)).ToHaveCountAsync(0);

        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "22 pertanyaan" }).ClickAsync();
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "tanpa advokat" }).ClickAsync();
        await auditor.Sees("Ya, semuanya sebagaimana mestinya.");

        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Segel dan verifikasi" }).ClickAsync();
        await auditor.Press("Verifikasi");
        await auditor.Sees("Utuh.");
    }
}
