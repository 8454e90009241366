using Lawyers.Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>Two lawyers at one inbox: one holds a conversation at a time, the script is silent, and both pages follow without a reload.</summary>
public sealed class TakeoverBetweenTwo(Installation installation, Browser browser) : IClassFixture<Installation>, IClassFixture<Browser>
{
    private const string Note = "Keluarga tiba pukul tiga; jangan janjikan apa pun dulu.";

    private const string Phone = "6281298760001";
    private const string Heard = "Ada yang ditahan sejak tadi pagi";

    private static readonly (string Email, string Password) Budi = ("budi@contoh.test", "kata-sandi-budi-yang-panjang-2026");

    [Fact]
    public async Task A_conversation_goes_from_one_lawyer_to_the_other()
    {
        using var hub = new HubClient(installation);
        await hub.Post(
            "/staff", new { name = "Budi Santoso, S.H.", email = Budi.Email, password = Budi.Password, language = "id", roles = new[] { "lawyer" } }, "admin");
        var phone = new ClientPhone(await browser.Open($"{installation.SimulatorUrl}/?phone={Phone}&name=Sari", width: 390, height: 844));
        await phone.Write("Selamat siang, saya butuh bantuan");
        await phone.Press("Saya setuju");
        await phone.Sees("Apakah ada keadaan mendesak saat ini?");
        var (maria, budi) = (await Opened(installation.Login("lawyer")), await Opened(Budi));

        await maria.Press("Ambil alih");
        await budi.Sees("mengambil alih percakapan");
        await Expect(budi.Button("Kembalikan")).ToBeDisabledAsync();

        await phone.Write(Heard);
        await budi.Sees(Heard);
        await maria.Press("Catatan untuk rekan");
        await maria.Page.GetByPlaceholder("Tulis catatan untuk rekan").FillAsync(Note);
        await maria.Press("Simpan catatan");
        await budi.Sees(Note);

        await maria.Press("Kembalikan");
        await budi.Sees("mengembalikan percakapan ke skrip");
        await budi.Press("Ambil alih");
        await maria.Sees("Budi Santoso, S.H. mengambil alih percakapan.");
        await Expect(maria.Button("Kembalikan")).ToBeDisabledAsync();

        var last = (await hub.Phone(Phone))[^1];
        last.GetProperty("direction").GetString().Should().Be("in", "neither the script nor a note answered while a person held the conversation");
    }

    private async Task<Dashboard> Opened((string Email, string Password) login)
    {
        var lawyer = new Dashboard(await browser.Open(installation.HubUrl));
        await lawyer.SignIn(login);
        await lawyer.GoTo("Kotak masuk");
        await lawyer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Daftar percakapan" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await lawyer.Sees("Selamat siang, saya butuh bantuan");
        return lawyer;
    }
}
