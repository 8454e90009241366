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
    [InlineData("ijazah saya ditahan HRD sejak tahun lalu, apa boleh?")]
    [InlineData("Darurat kopi nih pak hehe")]
    public void Alarming_words_alone_are_not_critical(string text) =>
        Classifier.Classify([text]).Urgency.Should().NotBe(MessageUrgency.Critical);

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
