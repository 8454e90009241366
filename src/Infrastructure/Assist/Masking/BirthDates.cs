using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>A date is personal only where the text says that somebody was born then.</summary>
internal static partial class BirthDates
{
    private const string Months =
        "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|peb(?:ruari)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun(?:i|e)?|jul(?:i|y)?|agt|ags|agu(?:stus)?|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?|dec(?:ember)?)";

    private const string Date =
        @"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[\s\-]+" + Months +
        @"\.?,?(?:[\s\-]+\d{2,4})?|" + Months + @"\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?!\d)";

    public static void Find(string text, Found found)
    {
        foreach (var pattern in (Regex[])[Born(), Identity()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var date = match.Groups["date"];
                found.Mask(date.Index, date.Index + date.Length, PiiType.DateOfBirth);
            }
        }
    }

    // Between the word and the date may stand a place, a person or a colon, but no other event.
    [GeneratedRegex(
        @"\b(?:t\.?t\.?l\.?|d\.?o\.?b\.?|(?:tgl|tanggal|tempat)?[ .,/]*(?:tgl|tanggal)?\s?(?:lahir(?:nya|ku)?|lhr)|kelahiran|dilahirkan|born|birth\s?(?:date|day)|date\s+of\s+birth|ultah|ulang\s+tahun|lair)\b(?:(?!\b(?:nikah|menikah|wafat|meninggal|kerja|cerai|married|died|sejak|sidang)\b)[^\d\n]){0,45}(?<date>" + Date + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Born();

    // A list of name, date and resident number is an identity.
    [GeneratedRegex(@"\b(?:identitas|data\s+diri|biodata|nama)\b[^\d\n]{0,60}?,\s*(?<date>" + Date + @")(?=,?\s*(?:nik|ktp)?\s*\d{16})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identity();
}
