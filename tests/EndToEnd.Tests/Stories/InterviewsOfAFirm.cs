using System.Text.RegularExpressions;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>Interviews beside the criminal one: one in English, and complaints that staff work on.</summary>
public sealed partial class InterviewsOfAFirm(Installation installation, Browser browser) : IClassFixture<Installation>, IClassFixture<Browser>
{
    private const string Dangerous = "Apakah membahayakan orang saat ini?";

    [Fact]
    public async Task An_English_client_is_interviewed_in_English_and_stands_in_the_lawyers_funnel()
    {
        var phone = new ClientPhone(await browser.Open($"{installation.SimulatorUrl}/?phone=6281298770001&name=Emma", width: 390, height: 844));
        await phone.Write("Good morning, I would like to have a contract reviewed");
        await phone.Press("I agree");
        await phone.Sees("Is anything urgent right now?");
        await phone.Press("Not urgent");
        await phone.Sees("What is your full name?");
        await phone.Write("Emma Clarke");
        await phone.Sees("Are you already a client of ours?");
        await phone.Press("No");
        await phone.Sees("Which area is closest to your problem?");
        await phone.Write("Contract & debt");
        await phone.Sees("Your position?");
        await phone.Press("Contract review");
        await phone.Sees("What kind of contract?");
        await phone.Write("Lease");
        await phone.Sees("When must it be signed?");
        await phone.Write("next Friday maybe");
        await phone.Sees("Please write the date");
        await phone.Write("SKIP");
        await phone.Sees("Send the document, or type SKIP.");
        await phone.Write("skip");
        await phone.Sees("Name of the other party");
        await phone.Write("Northwind Trading Ltd");
        await phone.Sees("Briefly tell us what happened");
        await phone.Write("They want to end our lease early and keep the deposit.");
        await phone.Sees("This is not legal advice.");

        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(installation.Login("lawyer"));
        await lawyer.GoTo("Wawancara");
        await lawyer.Page.GetByRole(AriaRole.List, new() { Name = "Tahap wawancara" })
            .GetByRole(AriaRole.Button, new() { NameRegex = Submitted() }).ClickAsync();
        await Expect(lawyer.Page).ToHaveURLAsync(ByStage());
        await lawyer.Page.GetByRole(AriaRole.Link, new() { NameRegex = Emma() }).ClickAsync();
        await lawyer.Sees("Northwind Trading Ltd");
        await lawyer.Sees("Butuh tinjau kontrak");
    }

    [Fact]
    public async Task A_complaint_has_its_number_and_its_client_hears_of_each_change_by_template_where_the_window_has_closed()
    {
        using var hub = new HubClient(installation);
        await hub.Post("/packs/complaint-id/install", new { });
        await hub.MetaApproves("laporan_diproses", "Laporan Anda {{1}} sedang ditangani oleh petugas kami.", "LAP-20261121-001");
        var phone = new ClientPhone(await browser.Open($"{installation.SimulatorUrl}/?phone=6281298770002&name=Rina", width: 390, height: 844));
        await phone.Write("Lapor!");
        await phone.Press("Saya setuju");
        await phone.Sees("Apa yang ingin Anda laporkan?");
        await phone.Write("Sampah");
        await phone.Sees("Di mana lokasinya?");
        await phone.Write("Jl. Melati No. 15, Kota Bandung");
        await phone.Sees("Jelaskan masalahnya");
        await phone.Write("Sampah menumpuk di depan sekolah.");
        await phone.Sees(Dangerous);
        await phone.Press("Tidak");
        await phone.Sees("Kirim foto bila ada");
        await phone.Write("LEWATI");
        await phone.Sees("terdaftar dengan nomor LAP-");
        await ComplainYesterday(hub, "6281298770003");

        var paralegal = new Dashboard(await browser.Open(installation.HubUrl));
        await paralegal.SignIn(installation.Login("paralegal"));
        await Move(paralegal, "Sampah", "Diproses");
        await phone.Sees("sedang kami tangani.");
        await Move(paralegal, "Jalan rusak", "Diproses");
        await paralegal.Sees("Pelapor diberi tahu lewat templat");
        await paralegal.Sees("sedang ditangani oleh petugas kami."); // on the phone once the quiet hours are over, if the story is told at night
    }

    [GeneratedRegex("^Diserahkan")]
    private static partial Regex Submitted();

    [GeneratedRegex("stage=submitted")]
    private static partial Regex ByStage();

    [GeneratedRegex("Emma Clarke")]
    private static partial Regex Emma();

    private static async Task Move(Dashboard staff, string category, string state)
    {
        await staff.GoTo("Laporan");
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = category }).First.ClickAsync();
        await staff.Press(state);
        await staff.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = state, Exact = true }).ClickAsync();
        await Expect(staff.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Meta was long in delivering these: the client wrote them more than a day ago, and the service window has closed since.</summary>
    private static async Task ComplainYesterday(HubClient hub, string phone)
    {
        await hub.Delivers(phone, "lapor");
        await hub.Delivers(phone, "saya setuju");
        await Recorded(0);
        string[] answers = ["Jalan rusak", "Jl. Anggrek No. 2, Kota Bandung", "Banyak lubang di depan pasar.", "tidak"];
        for (var answered = 0; answered < answers.Length; answered++)
        {
            await hub.Delivers(phone, answers[answered]);
            await Recorded(answered + 1);
        }

        await hub.Delivers(phone, "LEWATI");
        await Eventually.Is(
            async () => (await hub.Get("/tickets?category=jalan_rusak")).GetProperty("items").GetArrayLength() == 1, "the late complaint has its ticket",
            TimeSpan.FromSeconds(60));

        Task Recorded(int answered) => Eventually.Is(
            async () => (await hub.Get("/intakes?definition=complaint&state=inProgress")).GetProperty("items").EnumerateArray().Any(
                intake => intake.GetProperty("progress").GetProperty("answered").GetInt32() == answered),
            $"{answered} of the late answers are recorded", TimeSpan.FromSeconds(60));
    }
}
