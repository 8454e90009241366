using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>How a question looks on the phone: reply buttons for up to three options, a list for up to ten, numbered lines where several may be chosen.</summary>
public static class QuestionMessage
{
    private const int MostButtons = 3;
    private const int LongestListBody = 4_096;

    /// <param name="question">What is asked.</param>
    /// <param name="language">The client's.</param>
    /// <param name="before">A sentence that stands before the question: why an answer was not taken, what a flag says.</param>
    public static Result<OutboundBody> Of(Question question, string language, string? before = null)
    {
        var text = before is null ? question.Text.In(language) : $"{before}\n\n{question.Text.In(language)}";
        var isEnglish = language == "en";
        return question.Type switch
        {
            QuestionType.YesNo => Buttons(text,
                [new(IdOf(question, "true"), isEnglish ? "Yes" : "Ya"), new(IdOf(question, "false"), isEnglish ? "No" : "Tidak")]),
            QuestionType.Choice when question.Options.Count <= MostButtons => Buttons(text,
                question.Options.Select(option => new ReplyButton(IdOf(question, option.Value), option.Label.In(language)))),
            QuestionType.Choice => OutboundBody.OfList(Shortened(text, LongestListBody), isEnglish ? "Choose" : "Pilih",
                question.Options.Select(option => new ListRow(
                    IdOf(question, option.Value), option.Label.In(language), option.Description?.In(language)))),
            QuestionType.Multi => OutboundBody.OfText(
                $"{text}\n\n{Numbered(question, language)}\n\n{(isEnglish ? "Type the numbers, e.g. 1,3" : "Ketik nomornya, contoh: 1,3")}"),
            _ => OutboundBody.OfText(text),
        };
    }

    /// <summary>The option that a tapped button or row of this question stands for; <c>null</c> where it belongs to another question.</summary>
    public static string? ValueOf(Question question, string choiceId) =>
        choiceId.StartsWith($"{question.Id}:", StringComparison.Ordinal) ? choiceId[(question.Id.Length + 1)..] : null;

    public static string IdOf(Question question, string value) => $"{question.Id}:{value}";

    private static Result<OutboundBody> Buttons(string text, IEnumerable<ReplyButton> buttons) =>
        OutboundBody.OfButtons(Shortened(text, 1_024), buttons);

    private static string Numbered(Question question, string language) => string.Join('\n', question.Options.Select((option, at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {option.Label.In(language)}")));

    /// <summary>A reason before a question of full length may not fit: then the question alone matters, and it stands at the end.</summary>
    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[^longest..];
}
