using System.Text;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>
/// Reads a reply before a lawyer does. The code of ethics forbids promising victory (art. 4c) and advertising (art. 8b); what another client
/// told the firm is secret; a payment into a wrong account is gone; an unfilled placeholder is a slip nobody wants to send.
/// </summary>
public static partial class ReplyLint
{
    public static IReadOnlyList<LintFinding> Read(string text, LintFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var plain = Plain(text);
        return
        [
            .. Promise().Matches(plain).Select(match => Finding(LintRule.PromiseOfVictory, match.Value)),
            .. Placeholder().Matches(text).Select(match => Finding(LintRule.UnfilledPlaceholder, match.Value)),
            .. Payments(plain).Concat(facts.Accounts).DistinctBy(Digits)
                .Where(number => !IsOnFile(number, plain, facts.Settings.Accounts)).Select(number => Finding(LintRule.BankDetails, number)),
            .. facts.OtherClients.Select(name => Finding(LintRule.OtherClient, name)),
            .. Advertising().Matches(plain).Select(match => Finding(LintRule.Advertising, match.Value)),
            .. facts is { ClientLanguage: { } client, Written: { } written } && client != written ? [Finding(LintRule.WrongLanguage, string.Empty)] : Array.Empty<LintFinding>(),
        ];

        LintFinding Finding(LintRule rule, string excerpt) => new(CodeOf(rule), facts.Settings.Of(rule), MessageOf(rule), excerpt);
    }

    public static string CodeOf(LintRule rule) => rule switch
    {
        LintRule.PromiseOfVictory => "promise_of_victory",
        LintRule.UnfilledPlaceholder => "unfilled_placeholder",
        LintRule.BankDetails => "bank_details",
        LintRule.OtherClient => "other_client",
        LintRule.Advertising => "advertising",
        LintRule.WrongLanguage => "wrong_language",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A rule without a code."),
    };

    private static string MessageOf(LintRule rule) => rule switch
    {
        LintRule.PromiseOfVictory => "The text promises a result. The code of ethics forbids it.",
        LintRule.UnfilledPlaceholder => "A placeholder is not filled in.",
        LintRule.BankDetails => "This account is not one of the firm's accounts on file.",
        LintRule.OtherClient => "Another client of the firm has this name.",
        LintRule.Advertising => "This reads like advertising.",
        LintRule.WrongLanguage => "The text is not in the client's language.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A rule without a message."),
    };

    /// <summary>The words without what only looks: WhatsApp's marks, invisible letters, wide letters, accents, line breaks.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '*' or '_' or '~' or '`' or '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or (>= '\u0300' and <= '\u036F'))
            {
                continue;
            }

            plain.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '’' or '‘' => '\'',
                'à' or 'á' or 'â' or 'ä' or 'ã' or 'å' => 'a',
                'è' or 'é' or 'ê' or 'ë' => 'e',
                'ì' or 'í' or 'î' or 'ï' => 'i',
                'ò' or 'ó' or 'ô' or 'ö' => 'o',
                'ù' or 'ú' or 'û' or 'ü' => 'u',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            });
        }

        return Gaps().Replace(Spelt().Replace(plain.ToString(), match => match.Value.Replace(" ", "", StringComparison.Ordinal)), " ");
    }

    /// <summary>Numbers that somebody is to pay to, beside those of bank accounts.</summary>
    private static IEnumerable<string> Payments(string plain) => Payment().Matches(plain).Select(match => match.Groups[1].Value.Trim());

    /// <summary>One of the firm's numbers, and not under another bank's name.</summary>
    private static bool IsOnFile(string number, string plain, IReadOnlyList<BankAccount> accounts)
    {
        if (accounts.FirstOrDefault(account => account.Digits == Digits(number)) is not { } account)
        {
            return false;
        }

        var at = plain.IndexOf(number, StringComparison.Ordinal);
        var before = at < 0 ? string.Empty : plain[Math.Max(0, at - 40)..at];
        return Bank().Matches(before).LastOrDefault() is not { } named || account.Bank.Contains(named.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    // "Tidak ada advokat yang dapat menjamin kemenangan" promises nothing: it is what a lawyer should say.
    [GeneratedRegex(
        """
        (?<!\b(?:tidak|tak|bukan|belum|tanpa|jangan|never|not|cannot|can't|no|nobody|nor)\s
            (?:(?:dapat|bisa|boleh|pernah|ada|akan|mungkin|berani|kami|saya|kita|yang|advokat|pengacara|seorang|jaminan|untuk|
                we|i|able|to|can|may|there|is|a|any|of|advocate|lawyer|guarantee)\s){0,5})
        \b(?:
            pasti[,\s]+(?:\w+\s){0,2}?(?:menang|dimenangkan|memenangkan|dikabulkan|bebas|dibebaskan|lolos|berhasil)
            |dijamin
            |(?:menjamin|jamin|menggaransi|garansi)\s(?:\w+\s){0,3}?(?:kemenangan|menang|hasil|bebas|berhasil|dikabulkan)
            |jaminan\s(?:\w+\s)?(?:menang|kemenangan|bebas|berhasil)
            |(?:kami|saya)\spastikan\s(?:\w+\s){0,3}?(?:menang|bebas|berhasil)
            |(?:100|seratus)\s?(?:%|persen)\s(?:pasti\s)?(?:menang|berhasil|bebas)
            |(?:tidak|tak|nggak|gak)\s(?:mungkin|akan|bisa)\skalah|mustahil\skalah
            |guarantee[sd]?\s(?:\w+\s){0,3}?(?:win|victory|result|outcome|success|acquittal)
            |(?:will|shall)\s(?:definitely|certainly|surely)\s(?:win|succeed|prevail)
            |(?:certain|sure|bound)\sto\s(?:win|succeed|prevail)
            |(?:cannot|can't)\slose
            |100\s?%\s(?:win|success)
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Promise();

    [GeneratedRegex(
        """
        \{\{[^}]*\}\}|\{[A-Za-z_\ ]{2,40}\}
        |\[[A-Z][A-Z_\ ]*(?:_\d+)?\]
        |\[[^\]\n]*\b(?i:nama|tanggal|tgl|nomor|jumlah|nominal|alamat|isi|sebutkan|klien|perkara|name|date|amount|number|address|insert|fill|client)\b[^\]\n]*\]
        |\((?i:isi|diisi|sebutkan|insert|fill\ in)\b[^)\n]*\)
        |<[A-Z_\ ]{2,}>|<(?i:nama|tanggal|nomor|jumlah|alamat|name|date|amount|number|address)[^>\n]*>
        |\bXXX+\b|_{4,}|\.{6,}|\bTBD\b|\bTODO\b|\b(?i:lorem\ ipsum)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        """
        \b(?:promo|diskon|potongan\sharga|cashback|voucher|penawaran\skhusus|harga\stermurah|tarif\stermurah
        |terbaik\sse-?\s?indonesia|nomor\ssatu|no\.?\s?1\sdi|paling\s(?:terpercaya|berpengalaman|hebat)|(?:kantor|firma)\shukum\s(?:terbaik|terpercaya|ternama)
        |ajak\steman|bintang\slima|testimoni|(?:follow|ikuti)\s(?:akun\s)?(?:instagram|ig|tiktok)
        |discount|special\soffer|best\slaw\sfirm|number\sone\slaw|cheapest|five[-\s]star|refer\sa\sfriend)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Advertising();

    // Virtual accounts and wallets; numbers of bank accounts are found by the mask.
    [GeneratedRegex(@"\b(?:virtual account|no\.? va|nomor va|va|gopay|ovo|dana|shopeepay|linkaja)\b[^\d\n]{0,25}?(\+?\d[\d .\-]{6,26}\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Payment();

    [GeneratedRegex(
        @"\b(?:bca|bri|bni|mandiri|bsi|btn|btpn|jenius|jago|cimb|permata|danamon|panin|ocbc|maybank|mega|bukopin|seabank|muamalat|bjb|uob|hsbc|dbs|gopay|ovo|shopeepay|linkaja)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bank();

    // "p a s t i" is a word, too.
    [GeneratedRegex(@"(?<!\S)(?:[A-Za-z] ){3,}[A-Za-z](?!\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Spelt();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
