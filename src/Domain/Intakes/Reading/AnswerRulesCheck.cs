using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Holds an answer against the rules of its question.</summary>
internal static class AnswerRulesCheck
{
    public static RejectionRule? Broken(Question question, AnswerValue value, Func<string, AnswerValue?> earlier, ReadingContext context)
    {
        var rules = question.Rules;
        return value switch
        {
            AnswerValue.Words a => Length(a.Value, rules),
            AnswerValue.Place { Address: { } address, Latitude: null } => Length(address, rules),
            AnswerValue.Figure a when DecimalsOf(a.Value) > rules.Decimals => RejectionRule.TooManyDecimals,
            AnswerValue.Figure a => Range(a.Value, rules),
            AnswerValue.Rupiah a => Range(a.Value, rules),
            AnswerValue.Day a => Dates(a.Value, rules, earlier, context),
            AnswerValue.Moment a => Moments(a.Value, rules, context) ?? Dates(context.Time.DayOf(a.Value), rules, earlier, context),
            AnswerValue.Files a when a.Items.Count > (rules.MaxFiles ?? int.MaxValue) => RejectionRule.TooManyFiles,
            AnswerValue.Files a when rules.Kinds is { } kinds && a.Items.Any(file => !kinds.Contains(file.Kind)) => RejectionRule.WrongFileKind,
            _ => null,
        };
    }

    private static RejectionRule? Length(string text, AnswerRules rules) =>
        text.Length < rules.MinLength ? RejectionRule.TooShort : text.Length > rules.MaxLength ? RejectionRule.TooLong : null;

    private static RejectionRule? Range(decimal figure, AnswerRules rules) =>
        rules.Min is Bound.Number least && figure < least.Value ? RejectionRule.TooSmall
        : rules.Max is Bound.Number most && figure > most.Value ? RejectionRule.TooLarge
        : null;

    private static RejectionRule? Dates(DateOnly day, AnswerRules rules, Func<string, AnswerValue?> earlier, ReadingContext context)
    {
        if (DayOf(rules.Min, context) is { } least && day < least)
        {
            return RejectionRule.TooSmall;
        }

        if (DayOf(rules.Max, context) is { } most && day > most)
        {
            return RejectionRule.TooLarge;
        }

        if (rules.MinRef is { } reference && earlier(reference) is { } before && DayOf(before, context) is { } first && day < first)
        {
            return RejectionRule.BeforeReference;
        }

        return rules.MaxAgeDays is { } days && context.Time.Today.DayNumber - day.DayNumber > days ? RejectionRule.TooLongAgo : null;
    }

    private static RejectionRule? Moments(DateTimeOffset moment, AnswerRules rules, ReadingContext context) =>
        rules.Min is Bound.Now && moment < context.Time.Now ? RejectionRule.TooSmall
        : rules.Max is Bound.Now && moment > context.Time.Now ? RejectionRule.TooLarge
        : null;

    private static DateOnly? DayOf(Bound? bound, ReadingContext context) => bound switch
    {
        Bound.Day day => day.Value,
        Bound.Today or Bound.Now => context.Time.Today,
        _ => null,
    };

    private static DateOnly? DayOf(AnswerValue value, ReadingContext context) => value switch
    {
        AnswerValue.Day day => day.Value,
        AnswerValue.Moment moment => context.Time.DayOf(moment.Value),
        _ => null,
    };

    private static int DecimalsOf(decimal figure) => (figure / 1.0000000000000000000000000000m).Scale;
}
