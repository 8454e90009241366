using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Resident number, family card, tax number and bank account: told apart by the label before them, and by their structure.</summary>
internal static partial class IdentityNumbers
{
    private const int LabelReach = 45;
    private const int NikDigits = 16, OldTaxDigits = 15;

    public static void Find(string text, Found found)
    {
        foreach (Match match in PunctuatedTaxNumber().Matches(text)) found.Mask(match.Index, match.Index + match.Length, PiiType.Npwp);
        foreach (Match match in Digits().Matches(text)) Classify(text, match, found);
    }

    private static void Classify(string text, Match match, Found found)
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        var label = NearestLabel(text, match.Index);
        var type = digits.Length switch
        {
            NikDigits => label switch
            {
                "kk" => PiiType.Kk,
                "npwp" => PiiType.Npwp,
                "nik" => PiiType.Nik,
                "bank" when !LooksLikeNik(digits) => PiiType.BankAccount,
                "reference" => (PiiType?)null,
                _ => LooksLikeNik(digits) ? PiiType.Nik : null,
            },
            OldTaxDigits when label == "npwp" => PiiType.Npwp,
            >= 8 and <= 18 when label == "bank" || (label is null && BankBehind().IsMatch(text[(match.Index + match.Length)..])) => PiiType.BankAccount,
            >= 9 and <= 16 when label is null && !LooksLikePhone(digits) && PaidInto().IsMatch(text[..match.Index]) => PiiType.BankAccount,
            _ => null,
        };
        if (type is { } known) found.Mask(match.Index, match.Index + match.Length, known);
    }

    /// <summary>Six digits of a real region, then a date of birth (day + 40 for women), then a serial that is not all zero.</summary>
    public static bool LooksLikeNik(string digits)
    {
        if (!Regions.Exists(digits[..4])) return false;
        var day = int.Parse(digits.AsSpan(6, 2), System.Globalization.CultureInfo.InvariantCulture);
        var month = int.Parse(digits.AsSpan(8, 2), System.Globalization.CultureInfo.InvariantCulture);
        if (day > 40) day -= 40;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month) && digits[12..] != "0000";
    }

    private static bool LooksLikePhone(string digits) =>
        digits.StartsWith("08", StringComparison.Ordinal) || digits.StartsWith("628", StringComparison.Ordinal);

    private static string? NearestLabel(string text, int before)
    {
        var start = Math.Max(0, before - LabelReach);
        var nearby = text[start..before];
        if (nearby.LastIndexOf('\n') is >= 0 and var line) nearby = nearby[(line + 1)..];
        var label = Label().Matches(nearby).LastOrDefault();
        return label?.Groups.Values.Skip(1).First(group => group.Success).Name;
    }

    [GeneratedRegex(@"\b\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PunctuatedTaxNumber();

    // One separator between groups; groups of at least two digits, so that "3 juta 500" is not one number.
    [GeneratedRegex(@"(?<![\d+/.\-])(?:\d{2,18}|\d(?=[.\-]\d))(?:[ ]\d{2,7}|[.\-]\d{1,8}){0,5}(?:[ ]\d(?=\s+(?:an|a\.n|a/n|atas)\b|\s*$))?(?!\d|[.,]\d|/\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        """
        (?<kk>\bk\.?k\b|kartu\s+keluarga|family\s+card)
        |(?<npwp>npwp|\btax\s+(?:id|number)|pajak\s+minta)
        |(?<nik>\bnik|\bktp\b|e-ktp|\bnomor\s+induk\s+kependudukan|identity\s+card|\bid\s+card)
        |(?<phone>\b(?:hp|wa|whatsapp|telp|telpon|telepon|tlp|phone|gopay|ovo|dana|shopeepay|linkaja|hubungi|call|kontak)\b)
        |(?<reference>\bva\b(?:\s+\w+)?|virtual|billing|resi|polis|booking|kontrak|leasing|bpjs|\bsim\b|\bnib\b|invoice|sertifikat|tagihan|tiket|order|kartu\s+kredit|kartu\s+debit|rangka|mesin|kode|register|berkas)
        |(?<bank>\bno\.?\s?rek\w*|\bnorek\w*|\brek(?:ening\w*|nya)?\b|\baccount\b|\bacc(?:t)?\b|\bbank\s+\w+|\b(?:bca|bri|bni|mandiri|bsi|btn|btpn|jenius|jago|cimb|niaga|permata|danamon|panin|ocbc|nisp|maybank|mega|bukopin|seabank|muamalat|bjb|sinarmas|uob|hsbc|citibank|dbs|blu|neo|allo|superbank)\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[\s,(]{0,3}(?:di\s+|at\s+|via\s+)?(?:bank\s+\w+|bca|bri|bni|mandiri|bsi|btn|cimb|permata|danamon|jago|jenius|seabank|maybank|panin|ocbc|muamalat|bjb)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BankBehind();

    [GeneratedRegex(@"\b(?:transfer\w*|tf|trf|kirim|bayar\w*|setor\w*|paid|pay|sent|send)\b[^\n]{0,30}\b(?:ke|to|into)\s+(?:no(?:mor|mer)?\.?\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaidInto();
}
