using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Domain.Tests.Intakes;

/// <summary>Saturday 21 November 2026, 09.00 WIB.</summary>
public class AnswerReadingTests
{
    private static readonly ReadingContext Context = new(
        new LocalTime(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7)),
        new RegionIndex(
            [
                new("32", "Jawa Barat"), new("3204", "Kabupaten Bandung"), new("3217", "Kabupaten Bandung Barat"), new("3273", "Kota Bandung"),
                new("31", "Daerah Khusus Ibukota Jakarta"), new("3174", "Kota Administrasi Jakarta Selatan"), new("3404", "Kabupaten Sleman"),
                new("17", "Bengkulu"), new("1771", "Kota Bengkulu"),
            ],
            [new("31", "Jakarta"), new("3174", "Jaksel")]),
        GrowthStandards.NotImported);

    private static readonly Option[] Roles =
    [
        Option("tersangka", "Tersangka/terdakwa", "Suspect or defendant"),
        Option("terlapor", "Terlapor", "Reported person"),
        Option("saksi", "Saksi", "Witness"),
        Option("korban", "Korban/pelapor", "Victim or complainant"),
        Option("cafe", "Kafé", "Café"),
    ];

    [Theory]
    [InlineData("2", "terlapor")]
    [InlineData(" 3. ", "saksi")]
    [InlineData("Saksi", "saksi")]
    [InlineData("SAKSI!", "saksi")]
    [InlineData("witness", "saksi")]
    [InlineData("kafe", "cafe")]
    [InlineData("Café", "cafe")]
    [InlineData("tersangka / terdakwa", "tersangka")]
    [InlineData("korban", "korban")]
    [InlineData("sak", "saksi")]
    [InlineData("victim", "korban")]
    [InlineData("no 2", "terlapor")]
    [InlineData("No. 2", "terlapor")]
    [InlineData("nomor 2 ya", null)]
    [InlineData("2.", "terlapor")]
    [InlineData("2)", "terlapor")]
    [InlineData("(2)", "terlapor")]
    [InlineData("*2*", "terlapor")]
    [InlineData("2️⃣", "terlapor")]
    [InlineData("２", "terlapor")]
    [InlineData("٢", "terlapor")]
    [InlineData("pilihan 3", "saksi")]
    [InlineData("yang nomor 3", "saksi")]
    [InlineData("option 3", "saksi")]
    [InlineData("saksi 🙏", "saksi")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("saksi\nsaksi", null)]
    [InlineData("dua", null)]
    [InlineData("1 atau 2", null)]
    [InlineData("-2", "terlapor")]
    public void An_option_is_read_by_number_label_or_unique_prefix(string typed, string? value)
    {
        if (value is null)
        {
            Broken(Choice(), typed).Should().Be(RejectionRule.NotAnOption);
        }
        else
        {
            Read(Choice(), typed).Should().Be(new AnswerValue.Chosen(value));
        }
    }

    [Theory]
    [InlineData("ter", RejectionRule.Ambiguous)]
    [InlineData("9", RejectionRule.NotAnOption)]
    [InlineData("0", RejectionRule.NotAnOption)]
    [InlineData("polisi", RejectionRule.NotAnOption)]
    [InlineData("   ", RejectionRule.NotUnderstood)]
    public void What_fits_no_option_or_several_is_not_guessed(string typed, RejectionRule rule) => Broken(Choice(), typed).Should().Be(rule);

    [Fact]
    public void A_tapped_button_is_read_by_its_id()
    {
        var question = Choice();
        Read(question, ClientInput.Tapped(QuestionMessage.IdOf(question, "saksi"))).Should().Be(new AnswerValue.Chosen("saksi"));
        Broken(question, ClientInput.Tapped("lain:saksi")).Should().Be(RejectionRule.OldButton);
        Broken(question, ClientInput.Tapped("peran:hantu")).Should().Be(RejectionRule.NotAnOption);
    }

    [Theory]
    [InlineData("1,3", "tersangka,saksi")]
    [InlineData("1 dan 3", "tersangka,saksi")]
    [InlineData("3 & 1", "tersangka,saksi")]
    [InlineData("1 3", "tersangka,saksi")]
    [InlineData("saksi, korban", "saksi,korban")]
    [InlineData("saksi and victim", "saksi,korban")]
    [InlineData("2", "terlapor")]
    [InlineData("1,1", "tersangka")]
    public void Several_options_are_read_from_one_text(string typed, string values) =>
        Read(Choice() with { Type = QuestionType.Multi }, typed).Should().BeEquivalentTo(new AnswerValue.Several(values.Split(',')));

    [Theory]
    [InlineData("1,9")]
    [InlineData("saksi, hantu")]
    public void One_unknown_among_several_is_asked_again(string typed) =>
        Broken(Choice() with { Type = QuestionType.Multi }, typed).Should().Be(RejectionRule.NotAnOption);

    [Theory]
    [InlineData("ya", true)]
    [InlineData("Y", true)]
    [InlineData("iya", true)]
    [InlineData("betul.", true)]
    [InlineData("yes", true)]
    [InlineData("Ya, sudah", true)]
    [InlineData("1", true)]
    [InlineData("tidak", false)]
    [InlineData("tdk", false)]
    [InlineData("gak", false)]
    [InlineData("nggak", false)]
    [InlineData("No", false)]
    [InlineData("belum", false)]
    [InlineData("tidak sudah", false)]
    [InlineData("2", false)]
    [InlineData("Ya!! 👍", true)]
    [InlineData("*ya*", true)]
    [InlineData("iya pak", true)]
    [InlineData("tidak ada", false)]
    [InlineData("belum pernah", false)]
    public void Yes_and_no_are_read_in_both_languages(string typed, bool value) =>
        Read(Of(QuestionType.YesNo), typed).Should().Be(new AnswerValue.Truth(value));

    [Theory]
    [InlineData("mungkin")]
    [InlineData("ya tidak")]
    [InlineData("tidak tahu")]
    [InlineData("gak yakin")]
    [InlineData("no idea")]
    [InlineData("ya mungkin")]
    [InlineData("ya atau tidak")]
    [InlineData("👍")]
    [InlineData("3")]
    [InlineData("ya saya ditahan sejak kemarin sore")]
    public void What_is_neither_yes_nor_no_is_asked_again(string typed) =>
        Broken(Of(QuestionType.YesNo), typed).Should().Be(RejectionRule.NotUnderstood);

    [Theory]
    [InlineData("21/11/2026", "2026-11-21")]
    [InlineData("1/2/2026", "2026-02-01")]
    [InlineData("21-11-2026", "2026-11-21")]
    [InlineData("21.11.2026", "2026-11-21")]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("21 November 2026", "2026-11-21")]
    [InlineData("21 nov 2026", "2026-11-21")]
    [InlineData("17 Agustus 1985", "1985-08-17")]
    [InlineData("17 agt 85", "1985-08-17")]
    [InlineData("1 May 2026", "2026-05-01")]
    [InlineData("3rd of", null)]
    [InlineData("March 3, 2026", "2026-03-03")]
    [InlineData("Senin, 23 November 2026", "2026-11-23")]
    [InlineData("tanggal 5 Mei 2026", "2026-05-05")]
    [InlineData("kemarin", "2026-11-20")]
    [InlineData("Besok", "2026-11-22")]
    [InlineData("hari ini", "2026-11-21")]
    [InlineData("today", "2026-11-21")]
    [InlineData("yesterday", "2026-11-20")]
    [InlineData("tomorrow", "2026-11-22")]
    [InlineData("31/02/2026", null)]
    [InlineData("13/13/2026", null)]
    [InlineData("minggu lalu", null)]
    [InlineData("besok atau lusa", null)]
    [InlineData("21 Brumaire 2026", null)]
    [InlineData("21 Nov 2026", "2026-11-21")]
    [InlineData("21nov2026", "2026-11-21")]
    [InlineData("21 - 11 - 2026", "2026-11-21")]
    [InlineData("21–11–2026", "2026-11-21")]
    [InlineData("21/11/2026!", "2026-11-21")]
    [InlineData("*21/11/2026* 🙏", "2026-11-21")]
    [InlineData("٢١/١١/٢٠٢٦", "2026-11-21")]
    [InlineData("21\u00a0November\u00a02026", "2026-11-21")]
    [InlineData("21\nNovember 2026", "2026-11-21")]
    [InlineData("29/02/2028", "2028-02-29")]
    [InlineData("29/02/2027", null)]
    [InlineData("00/01/2026", null)]
    [InlineData("1/1/1899", null)]
    [InlineData("21/11/26", "2026-11-21")]
    [InlineData("17/8/45", "2045-08-17")]
    [InlineData("17/8/47", "1947-08-17")]
    [InlineData("21/11", null)]
    [InlineData("21/11-2026", null)]
    [InlineData("2026", null)]
    [InlineData("kemarin.", "2026-11-20")]
    [InlineData("kemarin sore", "2026-11-20")]
    [InlineData("tadi pagi", "2026-11-21")]
    [InlineData("tadi malam", null)]
    [InlineData("kemarin lusa", null)]
    [InlineData("lusa", "2026-11-23")]
    [InlineData("3 hari yang lalu", "2026-11-18")]
    [InlineData("2 days ago", "2026-11-19")]
    [InlineData("2 minggu lalu", null)]
    public void Dates_are_read_day_first_in_both_languages(string typed, string? expected)
    {
        var question = Of(QuestionType.Date);
        if (expected is null)
        {
            Broken(question, typed).Should().Be(RejectionRule.NotUnderstood);
        }
        else
        {
            Read(question, typed).Should().Be(new AnswerValue.Day(DateOnly.ParseExact(expected, "yyyy-MM-dd", null)));
        }
    }

    [Theory]
    [InlineData("21/11/2026 14.30", "2026-11-21T07:30:00Z")]
    [InlineData("25/11/2026 09:00", "2026-11-25T02:00:00Z")]
    [InlineData("kemarin jam 2 siang", "2026-11-20T07:00:00Z")]
    [InlineData("besok pukul 9 pagi", "2026-11-22T02:00:00Z")]
    [InlineData("hari ini, jam 14.30 WIB", "2026-11-21T07:30:00Z")]
    [InlineData("25 November 2026 pukul 09.00 WITA", "2026-11-25T01:00:00Z")]
    [InlineData("kemarin jam 8 malam", "2026-11-20T13:00:00Z")]
    [InlineData("yesterday at 8:15 pm", "2026-11-20T13:15:00Z")]
    [InlineData("tadi jam 3 subuh", "2026-11-20T20:00:00Z")]
    public void A_moment_is_a_date_and_a_time_in_the_firms_zone(string typed, string expected) =>
        Read(Of(QuestionType.DateTime), typed).Should().Be(new AnswerValue.Moment(DateTimeOffset.Parse(expected, null)));

    [Theory]
    [InlineData("21/11/2026", RejectionRule.TimeMissing)]
    [InlineData("besok", RejectionRule.TimeMissing)]
    [InlineData("21/11/2026 25.00", RejectionRule.NotUnderstood)]
    [InlineData("kemarin jam 12 malam", RejectionRule.NotUnderstood)]
    [InlineData("14.30", RejectionRule.NotUnderstood)]
    [InlineData("kemarin jam 2", RejectionRule.TimeMissing)]
    [InlineData("kemarin sore", RejectionRule.TimeMissing)]
    [InlineData("21/11/2026 24.00", RejectionRule.NotUnderstood)]
    [InlineData("31/02/2026 10.00", RejectionRule.NotUnderstood)]
    public void A_moment_without_its_time_is_not_guessed(string typed, RejectionRule rule) =>
        Broken(Of(QuestionType.DateTime), typed).Should().Be(rule);

    [Theory]
    [InlineData("Rp 5.000.000", 5_000_000)]
    [InlineData("Rp5.000.000,-", 5_000_000)]
    [InlineData("rp. 5.000.000,00", 5_000_000)]
    [InlineData("5000000", 5_000_000)]
    [InlineData("5,000,000", 5_000_000)]
    [InlineData("5,000", 5_000)]
    [InlineData("5jt", 5_000_000)]
    [InlineData("5 juta", 5_000_000)]
    [InlineData("2,5 juta rupiah", 2_500_000)]
    [InlineData("1.5 juta", 1_500_000)]
    [InlineData("1,5 M", 1_500_000_000)]
    [InlineData("2 miliar", 2_000_000_000)]
    [InlineData("500 ribu", 500_000)]
    [InlineData("500rb", 500_000)]
    [InlineData("750k", 750_000)]
    [InlineData("2 juta 500 ribu", 2_500_000)]
    [InlineData("sekitar 75 juta", 75_000_000)]
    [InlineData("1 T", 1_000_000_000_000)]
    [InlineData("IDR 100", 100)]
    [InlineData("0", 0)]
    [InlineData("5,5 juta", 5_500_000)]
    [InlineData("5.5jt", 5_500_000)]
    [InlineData("Rp5.000.000,- (lima juta rupiah)", 5_000_000)]
    [InlineData("Rp. 5 juta.", 5_000_000)]
    [InlineData("*5 juta* 🙏", 5_000_000)]
    [InlineData("5\njuta", 5_000_000)]
    [InlineData("٥ juta", 5_000_000)]
    [InlineData("kurang lebih 5 jt", 5_000_000)]
    public void Money_is_read_as_whole_rupiah(string typed, long rupiah) =>
        Read(Of(QuestionType.Money), typed).Should().Be(new AnswerValue.Rupiah(rupiah));

    [Theory]
    [InlineData("banyak")]
    [InlineData("5 juta lima")]
    [InlineData("500 ribu 2 juta")]
    [InlineData("-5")]
    [InlineData("5 dolar")]
    [InlineData("1.2.3")]
    [InlineData("lima juta")]
    [InlineData("5 juta 5 juta")]
    [InlineData("5-6 juta")]
    [InlineData("5 juta per bulan")]
    [InlineData("$100")]
    [InlineData("99999999999999999999999999999999999999999")]
    [InlineData("9999999999999 triliun")]
    public void What_is_no_amount_is_asked_again(string typed) => Broken(Of(QuestionType.Money), typed).Should().Be(RejectionRule.NotUnderstood);

    [Theory]
    [InlineData("78,5", "78.5")]
    [InlineData("78.5", "78.5")]
    [InlineData("78,5 cm", "78.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234", "1234")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("0,125", "0.125")]
    [InlineData("200 m2", "200")]
    public void Decimals_are_read_with_comma_or_point(string typed, string expected) =>
        Read(Of(QuestionType.Decimal), typed).Should().Be(new AnswerValue.Figure(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2 anak", 2)]
    [InlineData("1.000", 1000)]
    public void Integers_are_whole(string typed, int expected)
    {
        Read(Of(QuestionType.Integer), typed).Should().Be(new AnswerValue.Figure(expected));
        Broken(Of(QuestionType.Integer), "2,5").Should().Be(RejectionRule.NotUnderstood);
    }

    [Theory]
    [InlineData("5 juta")]
    [InlineData("5rb")]
    [InlineData("1e5")]
    [InlineData("tiga")]
    [InlineData("2-3")]
    [InlineData("2 atau 3")]
    [InlineData("\ud83d\ude4f")]
    public void What_is_no_plain_number_is_asked_again(string typed) =>
        Broken(Of(QuestionType.Integer), typed).Should().Be(RejectionRule.NotUnderstood);

    [Theory]
    [InlineData("081234567890", "+6281234567890")]
    [InlineData("6281234567890", "+6281234567890")]
    [InlineData("+62 812-3456-7890", "+6281234567890")]
    [InlineData("(021) 555 1234", "+62215551234")]
    [InlineData("+65 6123 4567", "+6561234567")]
    [InlineData("+62 0812 3456 7890", "+6281234567890")]
    [InlineData("+62 (0)812-3456-7890", "+6281234567890")]
    [InlineData("0812.3456.7890.", "+6281234567890")]
    [InlineData("0812–3456–7890", "+6281234567890")]
    [InlineData("\u202a+62 812-3456-7890\u202c", "+6281234567890")]
    [InlineData("0812 3456 7890 🙏", "+6281234567890")]
    [InlineData("0062 812 3456 7890", "+6281234567890")]
    [InlineData("٠٨١٢٣٤٥٦٧٨٩٠", "+6281234567890")]
    public void Phones_become_E164(string typed, string expected) => Read(Of(QuestionType.Phone), typed).Should().Be(new AnswerValue.Phone(expected));

    [Theory]
    [InlineData("12345")]
    [InlineData("nomor saya")]
    [InlineData("0812")]
    [InlineData("08123456789012345")]
    [InlineData("081234567890 / 081298765432")]
    [InlineData("0812-ABCD-7890")]
    [InlineData("+")]
    public void What_is_no_phone_is_asked_again(string typed) => Broken(Of(QuestionType.Phone), typed).Should().Be(RejectionRule.NotUnderstood);

    [Theory]
    [InlineData("Kota Bandung", "3273")]
    [InlineData("kab. bandung", "3204")]
    [InlineData("bandung barat", "3217")]
    [InlineData("Sleman", "3404")]
    [InlineData("jakarta selatan", "3174")]
    [InlineData("kota jakarta selatan", "3174")]
    [InlineData("jaksel", "3174")]
    [InlineData("Jakarta", "31")]
    [InlineData("32.73", "3273")]
    [InlineData("bengkulu", "1771")]
    [InlineData("provinsi jawa barat", "32")]
    [InlineData("slem", "3404")]
    public void A_region_is_found_by_name_code_or_unique_prefix(string typed, string code) =>
        Read(Of(QuestionType.Region), typed).Should().Be(new AnswerValue.Region(code));

    [Theory]
    [InlineData("Bandung", RejectionRule.Ambiguous)]
    [InlineData("Atlantis", RejectionRule.NotUnderstood)]
    [InlineData("ja", RejectionRule.NotUnderstood)]
    public void A_region_that_may_be_two_is_asked_in_full(string typed, RejectionRule rule) => Broken(Of(QuestionType.Region), typed).Should().Be(rule);

    [Fact]
    public void Only_an_optional_question_is_skipped()
    {
        Read(Of(QuestionType.Date) with { Required = false }, "LEWATI").Should().Be(new AnswerValue.Skipped());
        Read(Of(QuestionType.Media) with { Required = false }, "skip").Should().Be(new AnswerValue.Skipped());
        Broken(Of(QuestionType.Date), "Lewati").Should().Be(RejectionRule.Required);
    }

    [Fact]
    public void Rules_are_held_against_the_answer()
    {
        Broken(Of(QuestionType.Text, new AnswerRules(MinLength: 2)), "x").Should().Be(RejectionRule.TooShort);
        Broken(Of(QuestionType.Text, new AnswerRules(MaxLength: 2)), "xyz").Should().Be(RejectionRule.TooLong);
        Broken(Of(QuestionType.Integer, new AnswerRules(Min: new Bound.Number(0), Max: new Bound.Number(20))), "21").Should().Be(RejectionRule.TooLarge);
        Broken(Of(QuestionType.Money, new AnswerRules(Min: new Bound.Number(1))), "0").Should().Be(RejectionRule.TooSmall);
        Broken(Of(QuestionType.Decimal, new AnswerRules(Decimals: 1)), "78,55").Should().Be(RejectionRule.TooManyDecimals);
        Read(Of(QuestionType.Decimal, new AnswerRules(Decimals: 1)), "78,50").Should().Be(new AnswerValue.Figure(78.5m));
        Broken(Of(QuestionType.Date, new AnswerRules(Max: new Bound.Today())), "besok").Should().Be(RejectionRule.TooLarge);
        Broken(Of(QuestionType.Date, new AnswerRules(Min: new Bound.Day(new DateOnly(1960, 1, 1)))), "31/12/1959").Should().Be(RejectionRule.TooSmall);
        Broken(Of(QuestionType.DateTime, new AnswerRules(Max: new Bound.Now())), "hari ini 09.01").Should().Be(RejectionRule.TooLarge);
        Broken(Of(QuestionType.Date, new AnswerRules(MaxAgeDays: 30)), "1/1/2026").Should().Be(RejectionRule.TooLongAgo);
        Broken(Of(QuestionType.Location, new AnswerRules(MinLength: 5)), "jl").Should().Be(RejectionRule.TooShort);
    }

    [Fact]
    public void A_date_may_not_come_before_the_one_it_refers_to()
    {
        var question = Of(QuestionType.Date, new AnswerRules(MinRef: "lahir"));
        var born = new AnswerValue.Day(new DateOnly(2026, 11, 20));
        AnswerReader.Read(question, ClientInput.Typed("19/11/2026"), _ => born, Context)
            .Should().Be(AnswerReading.Reject(RejectionRule.BeforeReference));
        AnswerReader.Read(question, ClientInput.Typed("20/11/2026"), _ => born, Context)
            .Should().Be(AnswerReading.Understand(born));
    }

    [Fact]
    public void Files_are_counted_and_of_the_right_kind()
    {
        var question = Of(QuestionType.Media, new AnswerRules(Kinds: [MediaKind.Image], MaxFiles: 1));
        Attachment image = new(Guid.NewGuid(), MediaKind.Image), voice = new(Guid.NewGuid(), MediaKind.Audio);
        Read(question, new ClientInput(Attachments: [image])).Should().BeEquivalentTo(new AnswerValue.Files([image]));
        Broken(question, new ClientInput(Attachments: [image, image])).Should().Be(RejectionRule.TooManyFiles);
        Broken(question, new ClientInput(Attachments: [voice])).Should().Be(RejectionRule.WrongFileKind);
        Broken(question, "ini fotonya").Should().Be(RejectionRule.FileExpected);
    }

    [Fact]
    public void A_place_is_shared_or_typed()
    {
        var shared = new AnswerValue.Place(-6.2, 106.8, null);
        Read(Of(QuestionType.Location), new ClientInput(Place: shared)).Should().Be(shared);
        Read(Of(QuestionType.Location), "Jl. Melati No. 15").Should().Be(new AnswerValue.Place(null, null, "Jl. Melati No. 15"));
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages_for_every_type()
    {
        foreach (var rule in Enum.GetValues<RejectionRule>())
        {
            foreach (var type in Enum.GetValues<QuestionType>())
            {
                var words = RejectionWording.Of(Of(type, new AnswerRules(Min: new Bound.Number(1), Max: new Bound.Number(2000000))), rule);
                words.Id.Should().NotBeNullOrWhiteSpace();
                words.En.Should().NotBeNullOrWhiteSpace().And.NotBe(words.Id);
            }
        }
    }

    [Fact]
    public void The_definitions_own_message_stands_for_its_rules_alone()
    {
        var own = new Bilingual("Skrining ini untuk anak 0–60 bulan.", "This screening is for children of 0–60 months.");
        var question = Of(QuestionType.Date, new AnswerRules(MaxAgeDays: 1856, Message: own));
        RejectionWording.Of(question, RejectionRule.TooLongAgo).Should().Be(own);
        RejectionWording.Of(question, RejectionRule.NotUnderstood).Should().NotBe(own);
    }

    [Theory]
    [InlineData("KEMBALI", GlobalWord.Back)]
    [InlineData("ulang", GlobalWord.Repeat)]
    [InlineData("Status", GlobalWord.Status)]
    [InlineData("petugas!", GlobalWord.Person)]
    [InlineData("person", GlobalWord.Person)]
    [InlineData("BATAL", GlobalWord.Cancel)]
    [InlineData("cancel", GlobalWord.Cancel)]
    [InlineData("Berhenti", GlobalWord.Stop)]
    [InlineData("data saya", GlobalWord.MyData)]
    [InlineData("HAPUS  DATA", GlobalWord.EraseData)]
    [InlineData("English", GlobalWord.English)]
    [InlineData("indonesia", GlobalWord.Indonesian)]
    [InlineData("saya mau batal menikah", null)]
    [InlineData("saksi", null)]
    public void Global_words_count_only_where_they_stand_alone(string typed, GlobalWord? word) => GlobalWords.Recognise(typed).Should().Be(word);

    private static Option Option(string value, string id, string en) => new(value, new Bilingual(id, en), null);

    private static Question Choice() => Of(QuestionType.Choice) with { Id = "peran", Options = Roles };

    private static Question Of(QuestionType type, AnswerRules? rules = null) =>
        new("q", type, new Bilingual("?", "?"), DataClass.Personal, Required: true, [], rules ?? AnswerRules.None, [new Branch(null, new Target.End())]);

    private static AnswerValue Read(Question question, string typed) => Read(question, ClientInput.Typed(typed));

    private static AnswerValue Read(Question question, ClientInput input) =>
        AnswerReader.Read(question, input, _ => null, Context).Should().BeOfType<AnswerReading.Understood>().Subject.Value;

    private static RejectionRule Broken(Question question, string typed) => Broken(question, ClientInput.Typed(typed));

    private static RejectionRule Broken(Question question, ClientInput input) =>
        AnswerReader.Read(question, input, _ => null, Context).Should().BeOfType<AnswerReading.Rejected>().Subject.Rule;
}
