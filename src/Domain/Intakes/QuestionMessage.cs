using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>How a question looks on the phone: reply buttons for up to three options, a list for up to ten, numbered lines where several may be chosen.</summary>
public static class QuestionMessage
{
    private const int MostButtons = 3;
    private const int LongestListBody = 4_096;

    private static readonly Bilingual Choose = new("Pilih", "Choose");
    private static readonly Bilingual PersonLabel = new("Hubungi petugas", "Talk to a person");

    /// <param name="question">What is asked.</param>
    /// <param name="language">The client's.</param>
    /// <param name="before">A sentence that stands before the question: why an answer was not taken, what a flag says.</param>
    /// <param name="offersPerson">A button for a person stands beside the answers, where there is room for one more.</param>
    public static Result<OutboundBody> Of(Question question, string language, string? before = null, bool offersPerson = false)
    {
        if (offersPerson && WithPerson(question, language, before) is { IsRefused: false } offered)
        {
            return offered;
        }

        var text = before is null ? question.Text.In(language) : $"{before}\n\n{question.Text.In(language)}";
        var isEnglish = language == "en";
        return question.Type switch
        {
            QuestionType.YesNo => Buttons(text,
                [new(IdOf(question, "true"), isEnglish ? "Yes" : "Ya"), new(IdOf(question, "false"), isEnglish ? "No" : "Tidak")]),
            QuestionType.Choice when question.Options.Count <= MostButtons => Buttons(text,
                question.Options.Select(option => new ReplyButton(IdOf(question, option.Value), option.Label.In(language)))),
            QuestionType.Choice => OutboundBody.OfList(Shortened(text, LongestListBody), Choose.In(language),
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

    public static string IdOf(Question question, string value) => IdOf(question.Id, value);

    public static string IdOf(string question, string value) => $"{question}:{value}";

    // Beside two buttons there is room for a third; beside three the question becomes a list; a list of ten rows is full, and so is a
    // text that is longer than one above buttons may be: there the words alone offer it.
    private static Result<OutboundBody> WithPerson(Question question, string language, string? before)
    {
        var asked = Of(question, language, before);
        if (asked.IsRefused)
        {
            return asked;
        }

        var label = PersonLabel.In(language);
        return asked.Value switch
        {
            OutboundBody.Buttons { Choices.Length: < MostButtons } buttons =>
                OutboundBody.OfButtons(buttons.Body, [.. buttons.Choices, new ReplyButton(GlobalWords.PersonButton, label)]),
            OutboundBody.Buttons buttons => OutboundBody.OfList(
                buttons.Body, Choose.In(language),
                [.. buttons.Choices.Select(button => new ListRow(button.Id, button.Title)), new ListRow(GlobalWords.PersonButton, label)]),
            OutboundBody.List list => OutboundBody.OfList(list.Body, list.Button, [.. list.Rows, new ListRow(GlobalWords.PersonButton, label)]),
            OutboundBody.Text text => OutboundBody.OfButtons(text.Body, [new ReplyButton(GlobalWords.PersonButton, label)]),
            _ => asked,
        };
    }

    private static Result<OutboundBody> Buttons(string text, IEnumerable<ReplyButton> buttons) =>
        OutboundBody.OfButtons(Shortened(text, 1_024), buttons);

    private static string Numbered(Question question, string language) => string.Join('\n', question.Options.Select((option, at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {option.Label.In(language)}")));

    /// <summary>A reason before a question of full length may not fit: then the question alone matters, and it stands at the end.</summary>
    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[^longest..];
}
