using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// The shipped clients tell their trouble at length, so that brevity would pass for simplicity. A clause of such a message that names a
/// matter and a wrong tells the same dispute in few words, and is learnt as one.
/// </summary>
internal static partial class ShortTelling
{
    private const int FewestWords = 2, MostWords = 9;

    public static IEnumerable<string> Of(LabelledMessage message) =>
        message is { Intent: MessageIntent.NewCase, Complexity: MessageComplexity.Moderate }
            ? Clause().Split(message.Text).Where(clause => clause.Length < message.Text.Length && TellsAWrong(clause))
            : [];

    private static bool TellsAWrong(string clause)
    {
        var tokens = Tokeniser.Tokens(clause);
        return tokens.Count is >= FewestWords and <= MostWords && MessageFeatures.NamesMatterAndWrong(tokens);
    }

    [GeneratedRegex(@"[.,;!?]+(?:\s+|$)|\n", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
