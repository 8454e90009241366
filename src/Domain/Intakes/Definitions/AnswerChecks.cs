namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>A question has what its type needs and no rule that its type cannot obey.</summary>
internal static class AnswerChecks
{
    public static void Run(Definition definition, Findings findings)
    {
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            var chooses = question.Type is QuestionType.Choice or QuestionType.Multi;
            if (chooses && question.Options.Count == 0)
            {
                findings.Add("options_missing", $"questions[{at}]", question.Id, "A choice needs options.");
            }

            if (!chooses && question.Options.Count > 0)
            {
                findings.Add("options_unused", $"questions[{at}].options", question.Id, "Only choice and multi have options.");
            }

            if (question.Rules.MinRef is { } reference && definition.Find(reference) is not { Type: QuestionType.Date or QuestionType.DateTime })
            {
                findings.Add("reference_unknown", $"questions[{at}].validate.minRef", question.Id, $"'{reference}' is not a date question.");
            }

            foreach (var rule in Misplaced(question))
            {
                findings.Add("rule_misplaced", $"questions[{at}].validate", question.Id, $"'{rule}' means nothing for this type of question.");
            }
        }
    }

    private static IEnumerable<string> Misplaced(Question question)
    {
        var rules = question.Rules;
        var isNumber = question.Type is QuestionType.Integer or QuestionType.Decimal or QuestionType.Money;
        var isDate = question.Type is QuestionType.Date or QuestionType.DateTime;
        var isText = question.Type is QuestionType.Text or QuestionType.LongText or QuestionType.Location;
        if (!Suits(rules.Min))
        {
            yield return "min";
        }

        if (!Suits(rules.Max))
        {
            yield return "max";
        }

        if (!isText && (rules.MinLength is not null || rules.MaxLength is not null))
        {
            yield return "minLength/maxLength";
        }

        if (question.Type != QuestionType.Decimal && rules.Decimals is not null)
        {
            yield return "decimals";
        }

        if (!isDate && (rules.MinRef is not null || rules.MaxAgeDays is not null))
        {
            yield return "minRef/maxAgeDays";
        }

        if (question.Type != QuestionType.Media && (rules.Kinds is not null || rules.MaxFiles is not null))
        {
            yield return "kinds/maxFiles";
        }

        bool Suits(Bound? bound) => bound is null || (bound is Bound.Number ? isNumber : isDate);
    }
}
