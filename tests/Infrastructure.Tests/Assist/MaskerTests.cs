using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Infrastructure.Assist;
using Lawyers.Hub.Infrastructure.Assist.Masking;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

public sealed class MaskerTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("nama saya sukirno umur 50 tahun", "nama saya [PERSON_1] umur 50 tahun")]
    [InlineData("bu tutik sama pak wagiman itu saksinya", "bu [PERSON_1] sama pak [PERSON_2] itu saksinya")]
    [InlineData("kakak gw namanya rendra ditangkep kemarin", "kakak gw namanya [PERSON_1] ditangkep kemarin")]
    [InlineData("saya boru tobing, suami saya marga simanjuntak", "saya boru [PERSON_1], suami saya marga [PERSON_2]")]
    [InlineData("istri saya Ni Komang Ayu Trisnawati", "istri saya [PERSON_1]")]
    [InlineData("Yth. Ibu Hj. Sri Wahyuningsih, S.H., M.Kn.", "Yth. Ibu Hj. [PERSON_1], S.H., M.Kn.")]
    [InlineData("My husband Pieter van der Berg was detained", "My husband [PERSON_1] was detained")]
    [InlineData("tersangka a.n. MUHAMMAD RIZKI BIN SUHERMAN", "tersangka a.n. [PERSON_1]")]
    [InlineData("abdi kang Asep ti Garut, bade naros", "abdi kang [PERSON_1] ti Garut, bade naros")]
    [InlineData("menurut saksi Sarmidi dan Tukirah", "menurut saksi [PERSON_1] dan [PERSON_2]")]
    [InlineData("dibawa kabur sama si Jono", "dibawa kabur sama si [PERSON_1]")]
    [InlineData("ex-husband: Dave Collins", "ex-husband: [PERSON_1]")]
    [InlineData("bapaknya Tole udah meninggal", "bapaknya [PERSON_1] udah meninggal")]
    [InlineData("Saya Togar Sitanggang, karyawan PT Sinar Mas Agro", "Saya [PERSON_1], karyawan PT Sinar Mas Agro")]
    public void Names_go_in_every_spelling_and_from_every_island(string text, string masked) => MaskOf(text).Should().Be(masked);

    [Theory]
    [InlineData("Pak Hakim bilang sidang ditunda")]
    [InlineData("pak polisi datang lagi ke rumah")]
    [InlineData("Bu Notaris minta KTP asli")]
    [InlineData("Selamat Idul Fitri pak")]
    [InlineData("Kepada Yth. Bpk. Kepala BPN Kota Semarang")]
    [InlineData("va bca 3901234567890 untuk tagihan")]
    [InlineData("premi sudah jalan 5 tahun")]
    [InlineData("gugatan didaftarkan ke PN Jakarta Pusat")]
    [InlineData("invoice INV-2024-00123 belum dibayar PT Agung Sejahtera")]
    [InlineData("perkara 77/Pid.B/2025/PN Jkt.Utr diputus berdasarkan Pasal 1365 KUHPerdata")]
    [InlineData("dendanya Rp1.000.000,- per hari sejak 12/03/2024")]
    [InlineData("Nomor polis 123456789012 klaim ditolak")]
    [InlineData("kode unik 9999123456789012 bukan nik")]
    public void Roles_places_companies_amounts_and_references_stay(string text) => MaskOf(text).Should().Be(text);

    [Theory]
    [InlineData("ini nomor saya 0812 3344 5566 tolong ditelpon", "ini nomor saya [PHONE_1] tolong ditelpon")]
    [InlineData("phone +61 412 345 678", "phone [PHONE_1]")]
    [InlineData("wa O812 3456 7890", "wa [PHONE_1]")]
    [InlineData("hp nol delapan satu dua tiga empat lima enam tujuh delapan", "hp [PHONE_1]")]
    [InlineData("nik 3578014507900003 kk 3578010101100005", "nik [NIK_1] kk [KK_1]")]
    [InlineData("npwp 09.254.294.3-407.000", "npwp [NPWP_1]")]
    [InlineData("norek mandiri saya 137-00-1234567-8", "norek mandiri saya [BANK_ACCOUNT_1]")]
    [InlineData("emailnya budi.s [at] gmail.com", "emailnya [EMAIL_1]")]
    [InlineData("plat mobil debitur B 1234 XYZ warna hitam", "plat mobil debitur [PLATE_1] warna hitam")]
    [InlineData("motor beat ae 4521 kx dibawa DC", "motor beat [PLATE_1] dibawa DC")]
    [InlineData("Paspor saya X1234567 habis 2026", "Paspor saya [PASSPORT_1] habis 2026")]
    [InlineData("Rekeningnya Bank Jateng 3-001-12345-6", "Rekeningnya Bank Jateng [BANK_ACCOUNT_1]")]
    [InlineData("sy tinggal di Jl.Mangga Dua Raya No.45B RT.01/RW.07 Jakpus", "sy tinggal di [ADDRESS_1]")]
    [InlineData("I live at 25 Jalan Danau Tamblingan, Sanur", "I live at [ADDRESS_1]")]
    [InlineData("tgl lhr 02 jan 1965", "tgl lhr [DATE_OF_BIRTH_1]")]
    [InlineData("ttl bandung, 17-08-1985", "ttl bandung, [DATE_OF_BIRTH_1]")]
    [InlineData("kantor di Gedung Graha Pena Lantai 5, Jl. Ahmad Yani No. 88, Surabaya", "kantor di [ADDRESS_1]")]
    [InlineData("alamat saya kp. rawa bebek rt 03/05 no.21 bekasi", "alamat saya [ADDRESS_1]")]
    public void Numbers_addresses_and_birth_dates_go(string text, string masked) => MaskOf(text).Should().Be(masked);

    [Theory]
    [InlineData("3578014507900003", true)] // a woman born on 5 July 1990 in Surabaya
    [InlineData("3578010507900003", true)]
    [InlineData("9999014507900003", false)] // no such regency
    [InlineData("3578013902900003", false)] // no 39 February
    [InlineData("3578010513900003", false)] // no thirteenth month
    public void Sixteen_digits_are_a_resident_number_only_with_a_region_and_a_date(string digits, bool valid) =>
        (MaskOf(digits) == "[NIK_1]").Should().Be(valid);

    [Fact]
    public void Names_the_matter_knows_are_masked_in_any_case_and_in_part()
    {
        var masked = Masker.Mask("si ZORBLAX qwerty tadi nelpon, kata Zorblax besok", ["Zorblax Qwerty"]);

        masked.Masked.Should().Be("si [PERSON_1] tadi nelpon, kata [PERSON_2] besok");
    }

    [Fact]
    public void A_known_name_is_masked_even_inside_a_company_but_never_inside_another_word() =>
        Masker.Mask("CV Wirjokoro dan wirjokoroan", ["Wirjokoro"]).Masked.Should().Be("CV [PERSON_1] dan wirjokoroan");

    [Fact]
    public void A_value_keeps_its_placeholder_through_the_conversation_however_it_is_written()
    {
        var first = Masker.Mask("Nama saya Budi Santoso, wa 0812-3456-7890", []);
        var second = Masker.Mask("ini BUDI SANTOSO lagi, bukan Joko Purnomo, nomor 081234567890", [], first.Placeholders);

        second.Masked.Should().Be("ini [PERSON_1] lagi, bukan [PERSON_2], nomor [PHONE_1]");
        second.Placeholders.Unmask("Yth. [PERSON_2] dan [PERSON_1]").Should().Be("Yth. Joko Purnomo dan Budi Santoso");
    }

    [Fact]
    public void A_placeholder_nobody_gave_out_is_left_alone() => Placeholders.Empty.Unmask("[PERSON_9] dan [lampiran]").Should().Be("[PERSON_9] dan [lampiran]");

    [Fact]
    public void The_map_is_not_printed_by_accident() => Masker.Mask("nama saya Budi Santoso", []).ToString().Should().NotContain("Budi");

    [Fact]
    public void Offsets_count_utf16_units()
    {
        var span = Masker.Mask("😭😭 suami saya Anton", []).Spans.Should().ContainSingle().Subject;

        span.Should().Be(new PiiSpan(16, 21, PiiType.Person));
    }

    [Fact]
    public void What_is_masked_can_be_put_back() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            Gen.Elements(MaskingCase.All().Select(example => example.Text).ToArray()).Two().ToArbitrary(),
            ((string First, string Second) texts) =>
            {
                var text = new StringBuilder(texts.First).Append('\n').Append(texts.Second).ToString();
                var masked = Masker.Mask(text, []);
                return string.Equals(masked.Placeholders.Unmask(masked.Masked), text, StringComparison.OrdinalIgnoreCase)
                    || masked.Spans.Count > masked.Placeholders.Count; // one value written in two ways comes back in the first
            }));

    [Fact]
    public void Spans_are_in_order_apart_and_inside_the_text() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            text =>
            {
                var spans = Masker.Mask(text.Get, []).Spans;
                return spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
                    && spans.All(span => span.Start >= 0 && span.Start < span.End && span.End <= text.Get.Length);
            }));

    [Fact]
    public void Ordinary_messages_of_clients_lose_nothing()
    {
        // The labelled messages name a handful of persons and give no numbers.
        var touched = LabelledMessage.Shipped().Where(message => Masker.Mask(message.Text, []).Spans.Count > 0);

        touched.Should().HaveCountLessThan(12);
    }

    private static string MaskOf(string text) => Masker.Mask(text, []).Masked;
}
