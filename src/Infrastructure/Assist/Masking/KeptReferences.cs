using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>What a lawyer needs in clear: case numbers, statutes, amounts, references and links. They look like personal numbers and are not.</summary>
internal static partial class KeptReferences
{
    public static void Find(string text, Found found)
    {
        foreach (var pattern in (Regex[])[Link(), CaseNumber(), Cassation(), Statute(), Money(), DottedAmount(), Registered(), LabelledReference()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var value = match.Groups["value"] is { Success: true } group ? group : (Capture)match;
                found.Keep(value.Index, value.Index + value.Length);
            }
        }
    }

    [GeneratedRegex(@"https?://\S+|\bwww\.\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?:\b(?:No|Nomor|Nomer)\.?\s*)?\b\d{1,5}/(?:Pdt|Pid|G|PUU|TUN|Per|P|K|PK|HKI|Pailit|PKPU|Merek|Hak|JN|B|LH|KPPU|Arb)\b[\w.\-]*/(?:[\w.\-]+/)?\d{4}(?:/(?:PN|PA|PT|PTUN|PTA|MA|MK|MS|Dil|Mil)[ .]?(?:Niaga[ .]?)?[A-Za-z]*(?:\.[A-Za-z]+)*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"\b\d{1,5}\s?(?:K|PK)/[A-Za-z.\-]+(?:/\d{4})?(?:/\d{4})?", RegexOptions.CultureInvariant)]
    private static partial Regex Cassation();

    [GeneratedRegex(
        @"\b(?:KHI\s+)?(?:Pasal|Ps\.?|Article|Art\.)\s*\d+\w?(?:\s*(?:,|dan|jo\.?|juncto|atau|&)\s*(?:pasal\s*)?\d+\w?\b(?!\s*(?:juta|jt|ribu|rb)))*(?:\s*ayat\s*\(?\d+\)?)?(?:\s*huruf\s*\w)?(?:\s*(?:KUHPerdata|KUHAP|KUHP|KHI|BW|HIR|RBg|UU\s*(?:ITE|PDP|PKPU|TPKS|PT|Ketenagakerjaan|Perkawinan)?)\b)?(?:\s*(?:No(?:mor|\.)?)?\s*\d{1,3}(?:/\d{4}|\s*(?:Tahun|thn|th)\s*\d{4}))?|\b(?:UU|PP|Perpu|Perppu|Perpres|Permen\w*|PERMA|SEMA|PMK|POJK|Perda|Undang-Undang|Kepmen\w*)\s*(?:No(?:mor|\.)?)?\s*\d{1,3}(?:\s*/\s*\d{4}|\s*(?:Tahun|thn|th)\.?\s*\d{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statute();

    [GeneratedRegex(
        @"(?:\b(?:Rp|IDR|USD|US\$|SGD|AUD|EUR|MYR|RM)\.?|[$€£])\s?\d[\d.,]*(?:\s?(?:rb|ribu|jt|juta|miliar|milyar|triliun|million|billion|m|k)\b)?(?:,-)?|\b\d[\d.,]*\s?(?:rb|ribu|jt|jeti|juta|miliar|milyar|triliun|million|billion|rupiah|dolar|dollars?)\b|\b\d[\d.,]*(?:k|M)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<![\d.\-])(?:[1-9]\d{0,2})(?:\.000|\.\d{3}(?=\.\d{3}(?![\d.\-]))|\.\d{3}(?![\d.\-]\d)){1,4}(?:,\d{2}|,-)?(?![\d\-]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DottedAmount();

    // Police reports, decrees and letters carry their own slashes.
    [GeneratedRegex(@"\b(?:LP|STTLP|STPL|TBL|SP\.?\w*|S\.?Pgl|AHU)[/\-][\w./\- ]{0,3}[\w./\-]+(?:\s(?:Tahun\s\d{4}|(?:Polda|Polres|Polsek)\s[A-Z]\w+(?:\s[A-Z]\w+)?))?|\b\d{1,6}/[A-Z][A-Za-z.\-]*/[IVXLC]{1,5}/\d{4}\b|\b\d{2,7}/\d{4}\b|\b\d{3,6}/[A-Z][a-z]+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Registered();

    [GeneratedRegex(
        """
        \b(?:resi|awb|invoice|inv|tagihan|faktur|polis(?:\s+asuransi)?|policy|sertifikat|sertipikat|shm|shgb|hgb|hgu|ajb|akta|akte|girik|petok|letter\s?c|persil|rangka|mesin|chassis|engine|vin|imei|
           laporan|berkas|register|registrasi|tiket|ticket|booking|order|pesanan|pesenan|transaksi|referensi|reference|ref|kontrak(?:\s+leasing)?|perjanjian|pk|kitas|itas|kitap|sk|somasi|surat|va|virtual\s+account|
           billing(?:\s+\w+)?|bpjs(?:\s+\w+)?|sim(?:\s[abc])?|nib|izin|pelanggan|meteran|id|antrian|antrean|otp|kode(?:\s+\w+){0,2}|paket|parcel|tracking|claim|klaim|case|file|kamar|member|anggota|peserta|nisn|nip|nrp|nim|stnk|bpkb|serial|seri|kwitansi|voucher|nop|pbb|ijin|sertifikasi|pin(?:\s+\w+)?|kpj|lot|certificate)
        (?:\s+(?:saya|sy|aku|kami|kita|nya|asli|lama|baru|pajak|polisi|jne|jnt|j&t|sicepat|pos|my|the|is|atas\s+tanah|nasabah|konsumen|kendaraan)){0,2}
        \s*(?:no|nomor|nomer|number|num|nmr)?[.:#]*\s*
        (?<value>(?:[A-Z]\s)?(?=[\w./\-]*\d)[A-Za-z0-9][\w./\-]*(?:\sPersil\s\d+|\stanggal\s\d{1,2}\s\w+\s\d{4})?)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledReference();
}
