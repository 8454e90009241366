using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>
/// Reads a reply before a lawyer does. The code of ethics forbids promising victory (art. 4c) and advertising (art. 8b); an unfilled
/// placeholder is a slip nobody wants to send.
/// </summary>
public static partial class ReplyLint
{
    public static IReadOnlyList<LintFinding> Read(string text) =>
    [
        .. Promise().Matches(text).Select(match => new LintFinding(
            "promise_of_victory", LintSeverity.Block, "The text promises a result. The code of ethics forbids it.", match.Value)),
        .. Placeholder().Matches(text).Select(match => new LintFinding(
            "unfilled_placeholder", LintSeverity.Block, "A placeholder is not filled in.", match.Value)),
        .. Advertising().Matches(text).Select(match => new LintFinding(
            "advertising", LintSeverity.Warn, "This reads like advertising.", match.Value)),
    ];

    [GeneratedRegex(
        @"\b(pasti (akan )?menang|dijamin|menjamin (kemenangan|menang|hasil)|jaminan menang|100 ?% (menang|berhasil)|guarantee[ds]? (a |the )?(win|victory|result|outcome)|will (definitely|certainly) win)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\{\{[^}]*\}\}|\[[A-Z][A-Z_ ]*(_\d+)?\]|<[A-Z_ ]{2,}>|\bXXX+\b|_{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b(promo|diskon|terbaik se-?indonesia|nomor satu|kantor hukum terbaik|harga termurah|discount|best law firm|cheapest)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Advertising();
}
