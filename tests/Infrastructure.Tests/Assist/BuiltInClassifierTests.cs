using System.Text.Json;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Infrastructure.Assist;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

public sealed class BuiltInClassifierTests
{
    private static readonly BuiltInClassifier Classifier = new();

    [Fact]
    public void An_arrest_right_now_is_a_critical_emergency()
    {
        var said = Classifier.Classify(["pak tolong, adik saya barusan ditangkap polisi dan dibawa ke polres"]);

        said.Should().BeEquivalentTo(new { PracticeArea = PracticeArea.Criminal, Intent = MessageIntent.Emergency, Urgency = MessageUrgency.Critical });
        said.Because.Should().Contain(evidence => evidence.Feature.StartsWith("urgency critical:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Selamat pagi pak 🙏")]
    [InlineData("besok jam 10 ketemu di kantor ya bu")]
    [InlineData("tahun lalu saya pernah ditahan 2 hari tanpa surat, bisa nuntut?")]
    [InlineData("can we push tomorrow's 2pm to Friday?")]
    [InlineData("ijazah saya ditahan HRD sejak tahun lalu, apa boleh?")]
    [InlineData("Darurat kopi nih pak hehe")]
    public void Alarming_words_alone_are_not_critical(string text) =>
        Classifier.Classify([text]).Urgency.Should().NotBe(MessageUrgency.Critical);

    [Theory]
    [InlineData("terima kasih banyak pak atas bantuannya hari ini")]
    [InlineData("terima kasih atas waktunya hari ini")]
    [InlineData("thank you for today")]
    [InlineData("halo pak, apa kabar hari ini")]
    public void A_thank_you_presses_nobody_whatever_day_it_names(string text) =>
        Classifier.Classify([text]).Should().BeEquivalentTo(new { Intent = MessageIntent.Greeting, Urgency = MessageUrgency.Low });

    [Theory]
    [InlineData("terima kasih pak, tapi hari ini adik saya ditangkap polisi")]
    [InlineData("makasih bu. malam ini suami saya bawa parang lagi")]
    public void Politeness_hides_no_danger(string text) =>
        Classifier.Classify([text]).Urgency.Should().Be(MessageUrgency.Critical);

    [Theory]
    [InlineData("bos belum bayar gaji 2 bulan")]
    [InlineData("saya ditipu jual beli mobil online")]
    [InlineData("my landlord won't return my deposit")]
    [InlineData("warisan ayah dikuasai kakak")]
    public void A_dispute_told_in_few_words_is_still_a_dispute(string text) =>
        Classifier.Classify([text]).Should().BeEquivalentTo(new { Intent = MessageIntent.NewCase, Complexity = MessageComplexity.Moderate });

    [Theory]
    [InlineData("berapa biaya gugat cerai?")]
    [InlineData("apa syarat cerai?")]
    [InlineData("bagaimana cara buat surat kuasa?")]
    public void A_short_question_stays_simple(string text) =>
        Classifier.Classify([text]).Complexity.Should().Be(MessageComplexity.Simple);

    [Theory]
    [InlineData("suamiku ngamuk bawa parang, aku ngumpet di kamar tetangga")]
    [InlineData("kami disekap mandor di mess, ga dikasih makan dari kemarin")]
    [InlineData("mas anakku digawa polisi saiki, tulung mas")]
    [InlineData("They're putting my wife on a plane tonight, immigration won't listen")]
    [InlineData("rumah kami mau diratakan besok subuh sama aparat, tolong")]
    [InlineData("Surat panggilan tersangka buat besok jam 9 baru nyampe, gimana ini")]
    public void Danger_is_heard_in_slang_dialect_and_English(string text) =>
        Classifier.Classify([text]).Urgency.Should().Be(MessageUrgency.Critical);

    [Theory]
    [InlineData("kang abdi hoyong pirak ti salaki, kumaha carana", PracticeArea.Family, MessageIntent.NewCase)]
    [InlineData("bos kulo mboten mbayar gaji tigang wulan, pripun pak", PracticeArea.Labour, MessageIntent.NewCase)]
    [InlineData("tong WA deui ka nomer ieu", PracticeArea.Other, MessageIntent.OptOut)]
    [InlineData("wilujeng enjing kang", PracticeArea.Other, MessageIntent.Greeting)]
    public void Javanese_and_Sundanese_are_understood(string text, PracticeArea area, MessageIntent intent) =>
        Classifier.Classify([text]).Should().BeEquivalentTo(new { Language = MessageLanguage.Id, PracticeArea = area, Intent = intent });

    [Theory]
    [InlineData("Halo pak, saya di PHK sepihak tanpa pesangon, mau tanya bagaimana")]
    [InlineData("saya di-PHK sepihak tanpa pesangon")]
    [InlineData("Selamat pagi bapak, mohon maaf mengganggu, izin bertanya: saya diphk sepihak tanpa pesangon. Terima kasih")]
    public void Courtesies_do_not_hide_the_question(string text) =>
        Classifier.Classify([text]).Should().BeEquivalentTo(new { PracticeArea = PracticeArea.Labour, Intent = MessageIntent.NewCase });

    [Fact]
    public void Messages_sent_in_pieces_are_one_thought() =>
        Classifier.Classify(["pak", "mau tanya", "biaya gugat cerai berapa ya"])
            .Should().BeEquivalentTo(new { PracticeArea = PracticeArea.Family, Intent = MessageIntent.AskFee });

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👍")]
    [InlineData("\u0000\uD800")]
    [InlineData("1234567890")]
    public void Whatever_comes_in_gets_an_answer_with_a_confidence_from_0_to_1(string text) =>
        Classifier.Classify([text]).Confidence.Should().BeInRange(0, 1);

    [Fact]
    public void No_message_at_all_is_answered_too() => Classifier.Classify([]).PracticeArea.Should().Be(PracticeArea.Other);

    [Fact]
    public void Two_trainings_on_the_same_messages_agree_in_every_digit()
    {
        var again = new BuiltInClassifier();
        foreach (var message in LabelledMessage.Shipped().Take(200))
        {
            JsonSerializer.Serialize(again.Classify([message.Text])).Should().Be(JsonSerializer.Serialize(Classifier.Classify([message.Text])));
        }
    }

    [Fact]
    public void A_firm_may_bring_its_own_messages()
    {
        using var lines = new MemoryStream(
            """
            {"lang":"id","text":"kucing hilang","practice_area":"consumer","intent":"new_case","urgency":"normal","complexity":"simple"}
            {"lang":"id","text":"anjing datang","practice_area":"family","intent":"greeting","urgency":"low","complexity":"simple"}
            """u8.ToArray());

        new BuiltInClassifier(lines).Classify(["kucing hilang"]).PracticeArea.Should().Be(PracticeArea.Consumer);
    }

    [Fact]
    public void A_training_message_with_an_unknown_label_is_refused()
    {
        using var lines = new MemoryStream("""{"lang":"id","text":"x","practice_area":"sports","intent":"other","urgency":"low","complexity":"simple"}"""u8.ToArray());

        FluentActions.Invoking(() => new BuiltInClassifier(lines)).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Several_threads_may_ask_the_first_question_at_once()
    {
        var classifier = new BuiltInClassifier();
        var answers = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => classifier.Classify(["berapa biaya urus KITAS?"]).PracticeArea);

        answers.Should().AllBeEquivalentTo(PracticeArea.Immigration);
    }
}
