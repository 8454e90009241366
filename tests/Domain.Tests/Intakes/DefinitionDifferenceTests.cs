using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public sealed class DefinitionDifferenceTests
{
    [Fact]
    public void A_version_differs_from_itself_and_from_its_questions_in_another_order_in_nothing()
    {
        DefinitionDifference.Between(Trees.Criminal, Trees.Criminal).Should().BeEmpty();
        DefinitionDifference.Between(Trees.Criminal, Trees.Criminal with { Version = 2, Questions = [.. Trees.Criminal.Questions.Reverse()] }).Should().BeEmpty();
    }

    [Fact]
    public void What_came_what_went_and_what_is_worded_otherwise_is_told_apart_by_question()
    {
        var after = Trees.Criminal with
        {
            Questions =
            [
                .. Trees.Criminal.Questions.Where(question => question.Id != "info").Select(question => question.Id switch
                {
                    "ditahan" => question with { Text = new Bilingual("Apakah ditahan?", question.Text.En), Next = [Trees.To("nama")] },
                    "sejak" => question with { Rules = AnswerRules.None },
                    _ => question,
                }),
                Trees.Ask("polres", QuestionType.Text, [Trees.To("nama")]),
            ],
        };

        var changes = DefinitionDifference.Between(Trees.Criminal, after);

        changes.Select(change => (change.Part, change.Id, change.Kind)).Should().Equal(
            (DefinitionPart.Question, "ditahan", ChangeKind.Changed),
            (DefinitionPart.Question, "sejak", ChangeKind.Changed),
            (DefinitionPart.Question, "polres", ChangeKind.Added),
            (DefinitionPart.Question, "info", ChangeKind.Removed));
        changes[0].Aspects.Select(aspect => aspect.Aspect).Should().Equal(DefinitionAspect.Wording, DefinitionAspect.Branches);
        changes[0].Aspects[1].Before.Should().Equal("ditahan == true → info", "→ nama");
        changes[0].Aspects[1].After.Should().Equal("→ nama");
        changes[1].Aspects.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new AspectChange(DefinitionAspect.Validation, ["max: today"], []));
    }

    [Fact]
    public void An_id_that_a_draft_uses_twice_is_compared_once()
    {
        var twice = Trees.Criminal with { Questions = [.. Trees.Criminal.Questions, Trees.Criminal.Questions[0] with { Required = false }] };

        DefinitionDifference.Between(Trees.Criminal, twice).Should().BeEmpty();
        DefinitionDifference.Between(twice, Trees.Criminal).Should().BeEmpty();
    }
}
