using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Application.Consents;

/// <summary>Reads a client's answer to the consent question: a pressed button, or words that can mean nothing else.</summary>
internal enum ConsentAnswer
{
    Unclear,
    Agrees,
    Declines,
}

internal static class ConsentAnswers
{
    public const string AgreeButton = "consent/agree";
    public const string DeclineButton = "consent/decline";

    // Of their own: the buttons of the first question stay in the chat and must not answer the further one.
    public const string AgreeFurtherButton = "consent/further/agree";
    public const string DeclineFurtherButton = "consent/further/decline";

    private static readonly HashSet<string> Yes = ["setuju", "saya setuju", "ya setuju", "ya", "iya", "agree", "i agree", "yes", "yes i agree"];
    private static readonly HashSet<string> No =
        ["tidak", "tidak setuju", "saya tidak setuju", "tdk", "tdk setuju", "gak", "gak setuju", "nggak", "no", "disagree", "i do not agree", "i dont agree"];

    public static ConsentAnswer Read(ClientTurn turn) => turn.Input.ChoiceId switch
    {
        AgreeButton => ConsentAnswer.Agrees,
        DeclineButton => ConsentAnswer.Declines,
        _ when turn.Word == GlobalWord.Stop => ConsentAnswer.Declines,
        _ => Of(turn.Last.Content.Text, turn.Text),
    };

    /// <summary>The same for what more an interview needs.</summary>
    public static ConsentAnswer ReadFurther(ClientTurn turn) => turn.Input.ChoiceId is { } choice
        ? OfFurther(choice, null)
        : Of(turn.Last.Content.Text, turn.Text);

    /// <summary>What one pressed button, or one message, says to that.</summary>
    public static ConsentAnswer OfFurther(string? choice, string? text) => choice switch
    {
        AgreeFurtherButton => ConsentAnswer.Agrees,
        DeclineFurtherButton => ConsentAnswer.Declines,
        null => Of(text, text),
        _ => ConsentAnswer.Unclear,
    };

    // "Saya mau tanya" and "ya" sent one after the other: the last message alone may be the answer, or all of them together ("ya", "setuju").
    private static ConsentAnswer Of(string? last, string? all) =>
        Yes.Contains(Plain(all)) || Yes.Contains(Plain(last)) ? ConsentAnswer.Agrees
        : No.Contains(Plain(all)) || No.Contains(Plain(last)) ? ConsentAnswer.Declines
        : ConsentAnswer.Unclear;

    private static string Plain(string? text) => PlainText.Of(text ?? string.Empty);
}
