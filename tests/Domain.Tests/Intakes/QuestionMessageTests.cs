using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public class QuestionMessageTests
{
    [Fact]
    public void Three_options_are_buttons() =>
        QuestionMessage.Of(Choice(3), "en").Value.Should().BeOfType<OutboundBody.Buttons>()
            .Which.Choices.Should().Equal(new ReplyButton("q:v1", "Option 1"), new ReplyButton("q:v2", "Option 2"), new ReplyButton("q:v3", "Option 3"));

    [Fact]
    public void Four_to_ten_options_are_a_list()
    {
        var list = QuestionMessage.Of(Choice(10), "id").Value.Should().BeOfType<OutboundBody.List>().Subject;
        list.Rows.Should().HaveCount(10);
        list.Rows[0].Should().Be(new ListRow("q:v1", "Pilihan 1"));
        list.Button.Should().Be("Pilih");
    }

    [Fact]
    public void Yes_and_no_are_two_buttons() =>
        QuestionMessage.Of(Trees.Criminal.Find("ditahan")!, "id").Value.Should().BeOfType<OutboundBody.Buttons>()
            .Which.Choices.Should().Equal(new ReplyButton("ditahan:true", "Ya"), new ReplyButton("ditahan:false", "Tidak"));

    [Fact]
    public void Where_several_may_be_chosen_the_options_are_numbered() =>
        QuestionMessage.Of(Choice(2) with { Type = QuestionType.Multi }, "id").Value.Should().Be(
            new OutboundBody.Text("Apa?\n\n1. Pilihan 1\n2. Pilihan 2\n\nKetik nomornya, contoh: 1,3"));

    [Fact]
    public void A_reason_stands_before_the_question() =>
        QuestionMessage.Of(Trees.Menu.Find("nama")!, "id", "Maaf.").Value.Should().Be(new OutboundBody.Text("Maaf.\n\nnama?"));

    [Fact]
    public void After_three_misreadings_a_button_for_a_person_stands_beside_the_answers()
    {
        var person = new ReplyButton(GlobalWords.PersonButton, "Talk to a person");
        Offered(Choice(2)).Should().BeOfType<OutboundBody.Buttons>().Which.Choices[^1].Should().Be(person);
        Offered(Trees.Menu.Find("nama")!).Should().BeOfType<OutboundBody.Buttons>().Which.Choices.Should().Equal(person);
        Offered(Choice(3)).Should().BeOfType<OutboundBody.List>().Which.Rows.Select(row => row.Id)
            .Should().Equal("q:v1", "q:v2", "q:v3", GlobalWords.PersonButton);
        Offered(Choice(9)).Should().BeOfType<OutboundBody.List>().Which.Rows.Should().HaveCount(10);
        Offered(Choice(10)).Should().BeOfType<OutboundBody.List>().Which.Rows.Should().HaveCount(10, "a list has no room for an eleventh row");

        static OutboundBody Offered(Question question) => QuestionMessage.Of(question, "en", "Sorry.", offersPerson: true).Value;
    }

    [Fact]
    public void The_button_for_a_person_is_no_answer_but_the_word() =>
        GlobalWords.Recognise(ClientInput.Tapped(GlobalWords.PersonButton)).Should().Be(GlobalWord.Person);

    [Fact]
    public void A_question_of_full_length_still_fits_with_a_reason_before_it()
    {
        var question = Choice(2) with { Text = new Bilingual(new string('x', 1024), "x") };
        QuestionMessage.Of(question, "id", "Maaf.").Value.Should().BeOfType<OutboundBody.Buttons>().Which.Body.Should().Be(question.Text.Id);
    }

    [Fact]
    public void What_is_tapped_is_read_back_as_its_option()
    {
        var question = Choice(3);
        foreach (var button in ((OutboundBody.Buttons)QuestionMessage.Of(question, "id").Value).Choices)
        {
            AnswerReader.Read(question, ClientInput.Tapped(button.Id), _ => null, Trees.Context)
                .Should().Be(AnswerReading.Understand(new AnswerValue.Chosen(button.Id[2..])));
        }
    }

    [Fact]
    public void An_answer_is_shown_in_the_readers_language()
    {
        Display(Choice(3), new AnswerValue.Chosen("v2")).Should().Be(new Bilingual("Pilihan 2", "Option 2"));
        Display(Choice(3), new AnswerValue.Several(["v1", "v3"])).Should().Be(new Bilingual("Pilihan 1, Pilihan 3", "Option 1, Option 3"));
        Display(Choice(3), new AnswerValue.Truth(false)).Should().Be(new Bilingual("Tidak", "No"));
        Display(Choice(3), new AnswerValue.Rupiah(5_000_000)).Should().Be(new Bilingual("Rp5.000.000", "Rp5,000,000"));
        Display(Choice(3), new AnswerValue.Figure(1234.5m)).Should().Be(new Bilingual("1.234,5", "1,234.5"));
        Display(Choice(3), new AnswerValue.Day(new DateOnly(2026, 5, 3))).Should().Be(new Bilingual("3 Mei 2026", "3 May 2026"));
        Display(Choice(3), new AnswerValue.Moment(new DateTimeOffset(2026, 11, 20, 18, 5, 0, TimeSpan.Zero)))
            .Should().Be(new Bilingual("21 November 2026 01.05 WIB", "21 November 2026 01:05 WIB"));
        Display(Choice(3), new AnswerValue.Skipped()).Should().Be(new Bilingual("Dilewati", "Skipped"));

        static Bilingual Display(Question question, AnswerValue value) => AnswerDisplay.Of(question, value, Trees.Context);
    }

    [Fact]
    public void No_answer_is_ever_printed()
    {
        new AnswerValue.Words("Siti").ToString().Should().Be("***");
        ClientInput.Typed("Siti").ToString().Should().Be("***");
    }

    private static Question Choice(int options) => Trees.Ask("q", QuestionType.Choice, [new Branch(null, new Target.End())]) with
    {
        Text = new Bilingual("Apa?", "What?"),
        Options = [.. Enumerable.Range(1, options).Select(n => new Option($"v{n}", new Bilingual($"Pilihan {n}", $"Option {n}"), null))],
    };
}
