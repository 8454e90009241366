using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tests.Outbound;

public sealed class ReplyChoicesTests
{
    private static readonly ReplyId Reply = new(new Guid(1, 0, 0, new byte[8]));

    [Fact]
    public void Buttons_get_ids_that_say_that_a_person_asked()
    {
        var body = (OutboundBody.Buttons)Buttons(" Senin ", "Selasa").Value;
        body.Choices.Select(choice => choice.Title).Should().Equal("Senin", "Selasa");
        body.Choices.Select(choice => choice.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => ReplyChoices.Offered(id));
        ReplyChoices.Offered("t:criminal").Should().BeFalse();
    }

    [Theory]
    [InlineData("buttons_count")]
    [InlineData("buttons_count", "1", "2", "3", "4")]
    [InlineData("button_title_length", "Senin", " ")]
    [InlineData("button_title_length", "Dua puluh satu huruf.")]
    [InlineData("buttons_alike", "Senin", "Senin ")]
    public void Each_limit_of_buttons_has_its_own_code(string code, params string[] titles) => Buttons(titles).Refusal!.Code.Should().Be(code);

    [Fact]
    public void The_longest_titles_that_WhatsApp_takes_are_taken() => Buttons(new string('a', 20), new string('b', 20), new string('c', 20)).IsRefused.Should().BeFalse();

    [Fact]
    public void Words_beside_buttons_are_shorter_than_words_alone()
    {
        new ReplyChoices.Buttons(["Ya"]).Under(new string('a', 1024), Reply).IsRefused.Should().BeFalse();
        new ReplyChoices.Buttons(["Ya"]).Under(new string('a', 1025), Reply).Refusal!.Code.Should().Be("buttons_text_length");
        Saying(new string('a', 4096), new ChoiceSection(null, [new("Ya")])).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void A_list_of_several_sections_keeps_each_row_under_its_heading()
    {
        var body = (OutboundBody.List)List(new ChoiceSection("Pagi", [new("09.00"), new("10.00", "Ruang 2")]), new("Siang", [new("13.00")])).Value;
        body.Rows.Select(row => (row.Section, row.Title, row.Description)).Should()
            .Equal(("Pagi", "09.00", null), ("Pagi", "10.00", "Ruang 2"), ("Siang", "13.00", null));
        body.Rows.Should().OnlyContain(row => ReplyChoices.Offered(row.Id));
    }

    [Fact]
    public void Each_limit_of_a_list_has_its_own_code()
    {
        List(new ChoiceSection(null, [])).Refusal!.Code.Should().Be("list_rows_count");
        List(new ChoiceSection(null, [.. Enumerable.Range(0, 11).Select(at => new ChoiceRow($"{at}"))])).Refusal!.Code.Should().Be("list_rows_count");
        List(new ChoiceSection(null, [new(new string('a', 25))])).Refusal!.Code.Should().Be("list_row_title_length");
        List(new ChoiceSection(null, [new("Ya", new string('a', 73))])).Refusal!.Code.Should().Be("list_row_description_length");
        List(new ChoiceSection(new string('a', 25), [new("Ya")])).Refusal!.Code.Should().Be("list_section_title");
        List(new ChoiceSection("Pagi", [new("1")]), new(null, [new("2")])).Refusal!.Code.Should().Be("list_section_title");
        List(new ChoiceSection("Pagi", [new("1")]), new("Pagi", [new("2")])).Refusal!.Code.Should().Be("list_section_title");
        List(new ChoiceSection(null, [new("Ya"), new("Ya ")])).Refusal!.Code.Should().Be("list_rows_alike");
        new ReplyChoices.List("", [new(null, [new("Ya")])]).Under("Kapan?", Reply).Refusal!.Code.Should().Be("list_button_length");
    }

    [Fact]
    public void Other_words_leave_the_choices_as_they_are()
    {
        var body = Buttons("Ya", "Tidak").Value;
        var edited = (OutboundBody.Buttons)body.Saying("Jadi datang?").Value;
        edited.Body.Should().Be("Jadi datang?");
        edited.Choices.Should().Equal(((OutboundBody.Buttons)body).Choices);
    }

    private static Result<OutboundBody> Buttons(params string[] titles) => new ReplyChoices.Buttons([.. titles]).Under("Hari apa?", Reply);

    private static Result<OutboundBody> Saying(string words, ChoiceSection section) => new ReplyChoices.List("Pilih", [section]).Under(words, Reply);

    private static Result<OutboundBody> List(params ChoiceSection[] sections) => new ReplyChoices.List("Pilih", [.. sections]).Under("Kapan?", Reply);
}
