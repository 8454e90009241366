using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Outbound;

/// <summary>What is found in words for a client, also where somebody tries to hide it, and what is not taken for it.</summary>
public sealed class ReplyLintTests
{
    private static readonly LintFacts OnFile = new(LintSettings.Usual with
    {
        Accounts = [new BankAccount("Bank BCA", "123-456-7890", "Kantor Hukum Contoh"), new BankAccount("Mandiri VA", "8808 1234 5678 9012", "Kantor Hukum Contoh")],
    });

    [Theory]
    [InlineData("Tenang saja, pasti menang.")]
    [InlineData("Perkara ini PASTI   akan\nmenang, Bu.")]
    [InlineData("*Pasti* _menang_!")]
    [InlineData("p a s t i menang")]
    [InlineData("pas\u200Bti menang")]
    [InlineData("ｐａｓｔｉ ｍｅｎａｎｇ")]
    [InlineData("Pásti menang.")]
    [InlineData("Kami pasti akan memenangkan gugatan ini.")]
    [InlineData("Gugatan Ibu pasti dikabulkan.")]
    [InlineData("Hasilnya dijamin.")]
    [InlineData("Jangan khawatir, dijamin beres.")]
    [InlineData("Saya jamin Bapak menang di pengadilan.")]
    [InlineData("Ada jaminan menang dari kami.")]
    [InlineData("Peluangnya 100% menang.")]
    [InlineData("Seratus persen berhasil, percayalah.")]
    [InlineData("Perkara sekuat ini tidak mungkin kalah.")]
    [InlineData("Kami pastikan Bapak bebas.")]
    [InlineData("We guarantee that you will win.")]
    [InlineData("You will definitely win this case.")]
    [InlineData("You can’t lose.")]
    public void A_promise_of_victory_is_found_however_it_is_written(string text) =>
        Codes(text).Should().Contain("promise_of_victory");

    [Theory]
    [InlineData("Advokat tidak dapat menjamin kemenangan.")]
    [InlineData("Tidak ada jaminan menang dalam perkara apa pun.")]
    [InlineData("Kami tidak menjamin hasil perkara.")]
    [InlineData("Perkara ini belum pasti menang.")]
    [InlineData("No lawyer can guarantee a win.")]
    [InlineData("We cannot guarantee the outcome.")]
    [InlineData("Sidang pasti dimulai pukul sembilan.")]
    [InlineData("Pengadilan memutus perkara ini bulan depan.")]
    public void Who_says_that_nothing_is_certain_promises_nothing(string text) => Codes(text).Should().BeEmpty();

    [Theory]
    [InlineData("Yth. {{nama}},")]
    [InlineData("Yth. {nama klien},")]
    [InlineData("Yth. [NAMA_1],")]
    [InlineData("Mohon datang pada [tanggal sidang].")]
    [InlineData("Biayanya Rp (isi jumlah).")]
    [InlineData("Halo <nama>, apa kabar?")]
    [InlineData("Nomor perkara XXXX sudah terdaftar.")]
    [InlineData("Kepada Bapak ________ di tempat.")]
    [InlineData("Jadwalnya TBD.")]
    [InlineData("Lorem ipsum dolor sit amet")]
    public void What_was_never_filled_in_is_found(string text) => Codes(text).Should().Contain("unfilled_placeholder");

    [Theory]
    [InlineData("Lihat Pasal 362 KUHP [1] dan penjelasannya (halaman 4).")]
    [InlineData("Apakah Ibu sudah makan? Tunggu sebentar...")]
    [InlineData("Nilai 5 < 7 dan 9 > 8.")]
    public void Brackets_and_dots_of_an_ordinary_text_are_none(string text) => Codes(text).Should().BeEmpty();

    [Fact]
    public void An_account_on_file_is_fine_however_it_is_grouped_and_any_other_is_not()
    {
        Codes("Transfer ke BCA 1234567890.", OnFile with { Accounts = ["1234567890"] }).Should().BeEmpty();
        Codes("Transfer ke BCA 123 456 7890.", OnFile with { Accounts = ["123 456 7890"] }).Should().BeEmpty();
        Codes("Transfer ke BCA 1234567891.", OnFile with { Accounts = ["1234567891"] }).Should().Equal("bank_details");
        Codes("Transfer ke BCA 1234567890.", LintFacts.None with { Accounts = ["1234567890"] }).Should().Equal("bank_details");
    }

    [Fact]
    public void The_right_number_under_another_banks_name_is_not_on_file() =>
        Codes("Transfer ke BRI 1234567890 ya.", OnFile with { Accounts = ["1234567890"] }).Should().Equal("bank_details");

    [Theory]
    [InlineData("Bayar ke virtual account 8808 1234 5678 9013", true)]
    [InlineData("Bayar ke virtual account 8808 1234 5678 9012", false)]
    [InlineData("Kirim lewat GoPay 0812 3456 7890", true)]
    [InlineData("Bisa ke DANA: 081234567890", true)]
    [InlineData("Hubungi kantor di 0812 3456 7890", false)]
    public void Virtual_accounts_and_wallets_are_accounts(string text, bool found) =>
        Codes(text, OnFile).Should().BeEquivalentTo(found ? ["bank_details"] : Array.Empty<string>());

    [Theory]
    [InlineData("Ada promo bulan ini.")]
    [InlineData("Kami kantor hukum terbaik se-Indonesia.")]
    [InlineData("Ikuti akun Instagram kami.")]
    [InlineData("The best law firm in town.")]
    public void Advertising_warns(string text) =>
        ReplyLint.Read(text, LintFacts.None).Should().Contain(finding => finding.Code == "advertising" && finding.Severity == LintSeverity.Warn);

    [Fact]
    public void Another_clients_name_and_another_language_are_told()
    {
        Codes("Seperti perkara Budi Santoso.", LintFacts.None with { OtherClients = ["Budi Santoso"] }).Should().Equal("other_client");
        Codes("Please come on Monday.", LintFacts.None with { ClientLanguage = "id", Written = "en" }).Should().Equal("wrong_language");
        Codes("Silakan datang hari Senin.", LintFacts.None with { ClientLanguage = "id", Written = "id" }).Should().BeEmpty();
        Codes("OK", LintFacts.None with { ClientLanguage = "en" }).Should().BeEmpty();
    }

    [Fact]
    public void The_firm_says_what_blocks_and_what_warns()
    {
        var strict = LintSettings.Usual with { Rules = [.. LintSettings.Usual.Rules.Select(rule => rule with { Severity = LintSeverity.Block })] };

        ReplyLint.Read("Ada promo.", new LintFacts(strict)).Should().ContainSingle().Which.Severity.Should().Be(LintSeverity.Block);
        LintSettings.Fault(strict.Rules).Should().BeNull();
        LintSettings.Fault([.. strict.Rules.Skip(1)]).Should().Be(FirmRefusals.LintIncomplete);
        LintSettings.Fault([.. strict.Rules.Skip(1), strict.Rules[1]]).Should().Be(FirmRefusals.LintIncomplete);
    }

    [Theory]
    [InlineData("", "1234567890", "Firma")]
    [InlineData("BCA", "1234", "Firma")]
    [InlineData("BCA", "1234567890", " ")]
    public void An_account_has_a_bank_a_number_and_a_holder(string bank, string number, string holder) =>
        LintSettings.Fault([new BankAccount(bank, number, holder)]).Should().Be(FirmRefusals.AccountIncomplete);

    [Fact]
    public void An_account_is_on_file_once() =>
        LintSettings.Fault([new BankAccount("BCA", "1234567890", "Firma"), new BankAccount("Bank BCA", "123 456 7890", "Firma")]).Should().Be(FirmRefusals.AccountIncomplete);

    [Theory]
    [InlineData("Sama dengan perkara budi santoso kemarin", "budi santoso")]
    [InlineData("Kami juga mendampingi Pak Suryadi.", "Suryadi")]
    [InlineData("Surat itu milik Suryadi, bukan Ibu.", "Suryadi")]
    [InlineData("Klien kami H. Siti Aminah, S.H. hadir.", "Siti Aminah")]
    public void Whatever_may_be_a_name_is_looked_up(string text, string name) =>
        NamesInText.Of(text).Select(found => found.Words).Should().Contain(name);

    [Theory]
    [InlineData("Indah sekali. Bunga juga.", "Indah")]
    [InlineData("Indah sekali. Bunga juga.", "Bunga")]
    [InlineData("besok hari senin", "senin")]
    [InlineData("Selesai? Budi datang.", "Selesai? Budi")]
    public void What_only_begins_a_sentence_is_no_name(string text, string word) =>
        NamesInText.Of(text).Select(found => found.Words).Should().NotContain(word);

    private static IEnumerable<string> Codes(string text, LintFacts? facts = null) =>
        ReplyLint.Read(text, facts ?? LintFacts.None).Select(finding => finding.Code).Distinct();
}
