using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Turns what a client sent into the answer of a question, or says which rule it broke.</summary>
public static class AnswerReader
{
    private static readonly string[] Skipping = ["lewati", "skip", "lewat"];

    /// <param name="question">What was asked.</param>
    /// <param name="input">What came.</param>
    /// <param name="earlier">Answers so far, for rules that refer to one.</param>
    /// <param name="context">Time, zone and regions.</param>
    public static AnswerReading Read(Question question, ClientInput input, Func<string, AnswerValue?> earlier, ReadingContext context)
    {
        if (input.ChoiceId is { } choice)
        {
            return ReadChoice(question, choice);
        }

        if (input.Text is { } typed && Skipping.Contains(PlainText.Of(typed)) && input.Attachments is null or [])
        {
            return question.Required ? AnswerReading.Reject(RejectionRule.Required) : AnswerReading.Understand(new AnswerValue.Skipped());
        }

        var reading = question.Type switch
        {
            QuestionType.Media => ReadFiles(input),
            QuestionType.Location when input.Place is { } place => AnswerReading.Understand(place),
            _ when string.IsNullOrWhiteSpace(input.Text) => AnswerReading.Reject(RejectionRule.NotUnderstood),
            _ => ReadText(question, input.Text.Trim(), context),
        };
        return reading is AnswerReading.Understood understood && AnswerRulesCheck.Broken(question, understood.Value, earlier, context) is { } rule
            ? AnswerReading.Reject(rule)
            : reading;
    }

    private static AnswerReading ReadChoice(Question question, string choiceId)
    {
        if (QuestionMessage.ValueOf(question, choiceId) is not { } value)
        {
            return AnswerReading.Reject(RejectionRule.OldButton);
        }

        return question.Type switch
        {
            QuestionType.YesNo when value is "true" or "false" => AnswerReading.Understand(new AnswerValue.Truth(value == "true")),
            QuestionType.Choice when question.Options.Any(option => option.Value == value) =>
                AnswerReading.Understand(new AnswerValue.Chosen(value)),
            QuestionType.Multi when question.Options.Any(option => option.Value == value) =>
                AnswerReading.Understand(new AnswerValue.Several([value])),
            _ => AnswerReading.Reject(RejectionRule.NotAnOption),
        };
    }

    private static AnswerReading ReadText(Question question, string text, ReadingContext context) => question.Type switch
    {
        QuestionType.Choice => OneOption(OptionReading.Find(question.Options, text)),
        QuestionType.Multi => OptionReading.FindSeveral(question.Options, text),
        QuestionType.YesNo => Understood(YesNoReading.Read(text), yes => new AnswerValue.Truth(yes)),
        QuestionType.Text or QuestionType.LongText => AnswerReading.Understand(new AnswerValue.Words(text)),
        QuestionType.Location => AnswerReading.Understand(new AnswerValue.Place(null, null, text)),
        _ => ReadFigure(question, TidyText.Of(text), context),
    };

    private static AnswerReading ReadFigure(Question question, string text, ReadingContext context) => question.Type switch
    {
        QuestionType.Integer => Understood(
            FigureReading.ReadWithUnit(text, wholeOnly: true) is { } figure && decimal.IsInteger(figure) ? figure : (decimal?)null,
            whole => new AnswerValue.Figure(whole)),
        QuestionType.Decimal => Understood(FigureReading.ReadWithUnit(text, wholeOnly: false), figure => new AnswerValue.Figure(figure)),
        QuestionType.Money => Understood(MoneyReading.Read(text), rupiah => new AnswerValue.Rupiah(rupiah)),
        QuestionType.Date => Understood(DateReading.Read(text, context.Time), day => new AnswerValue.Day(day)),
        QuestionType.DateTime => MomentReading.Read(text, context.Time) switch
        {
            (_, { } moment) => AnswerReading.Understand(new AnswerValue.Moment(moment)),
            ({ }, _) => AnswerReading.Reject(RejectionRule.TimeMissing),
            _ => AnswerReading.Reject(RejectionRule.NotUnderstood),
        },
        QuestionType.Phone => PhoneReading.Read(text) is { } phone
            ? AnswerReading.Understand(new AnswerValue.Phone(phone))
            : AnswerReading.Reject(RejectionRule.NotUnderstood),
        QuestionType.Region => context.Regions.Find(text) switch
        {
            [var code] => AnswerReading.Understand(new AnswerValue.Region(code)),
            [] => AnswerReading.Reject(RejectionRule.NotUnderstood),
            _ => AnswerReading.Reject(RejectionRule.Ambiguous),
        },
        _ => AnswerReading.Reject(RejectionRule.NotUnderstood),
    };

    private static AnswerReading OneOption(IReadOnlyList<Option> found) => found switch
    {
        [var option] => AnswerReading.Understand(new AnswerValue.Chosen(option.Value)),
        [] => AnswerReading.Reject(RejectionRule.NotAnOption),
        _ => AnswerReading.Reject(RejectionRule.Ambiguous),
    };

    private static AnswerReading ReadFiles(ClientInput input) => input.Attachments is { Count: > 0 } files
        ? AnswerReading.Understand(new AnswerValue.Files(files))
        : AnswerReading.Reject(RejectionRule.FileExpected);

    private static AnswerReading Understood<T>(T? value, Func<T, AnswerValue> answer)
        where T : struct => value is { } read ? AnswerReading.Understand(answer(read)) : AnswerReading.Reject(RejectionRule.NotUnderstood);
}
