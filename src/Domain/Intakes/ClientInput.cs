namespace Lawyers.Hub.Domain.Intakes;

/// <summary>What a client sent as one answer: several messages within the batching window are one. Never printed.</summary>
/// <param name="Text">Typed words.</param>
/// <param name="ChoiceId">Id of a tapped button or list row, as <see cref="QuestionMessage"/> made it.</param>
/// <param name="Place">A shared location.</param>
/// <param name="Attachments">Files.</param>
public sealed record ClientInput(
    string? Text = null, string? ChoiceId = null, AnswerValue.Place? Place = null, IReadOnlyList<Attachment>? Attachments = null)
{
    public static ClientInput Typed(string text) => new(text);

    public static ClientInput Tapped(string choiceId) => new(ChoiceId: choiceId);

    public override string ToString() => "***";
}
