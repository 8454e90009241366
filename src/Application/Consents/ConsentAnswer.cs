using Lawyers.Hub.Application.Conversations;

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

    private static readonly HashSet<string> Yes = ["setuju", "saya setuju", "ya setuju", "ya", "iya", "agree", "i agree", "yes", "yes i agree"];
    private static readonly HashSet<string> No =
        ["tidak", "tidak setuju", "saya tidak setuju", "tdk", "tdk setuju", "gak", "gak setuju", "nggak", "no", "disagree", "i do not agree", "i don't agree"];

    public static ConsentAnswer Read(MessageContent content) => content.Choice?.Id switch
    {
        AgreeButton => ConsentAnswer.Agrees,
        DeclineButton => ConsentAnswer.Declines,
        _ => Plain(content.Text) is var words && Yes.Contains(words) ? ConsentAnswer.Agrees
            : No.Contains(words) ? ConsentAnswer.Declines
            : ConsentAnswer.Unclear,
    };

    private static string Plain(string? text) => string.Join(
        ' ', (text ?? string.Empty).ToLowerInvariant().Split([' ', '\n', '\t', '.', ',', '!'], StringSplitOptions.RemoveEmptyEntries));
}
