using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Numbers read out digit by digit, as transcripts of voice notes have them.</summary>
internal static partial class SpokenNumbers
{
    private static readonly Dictionary<string, char> DigitOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nol"] = '0',
        ["kosong"] = '0',
        ["zero"] = '0',
        ["oh"] = '0',
        ["satu"] = '1',
        ["one"] = '1',
        ["siji"] = '1',
        ["hiji"] = '1',
        ["dua"] = '2',
        ["two"] = '2',
        ["loro"] = '2',
        ["tiga"] = '3',
        ["three"] = '3',
        ["telu"] = '3',
        ["tilu"] = '3',
        ["empat"] = '4',
        ["four"] = '4',
        ["papat"] = '4',
        ["opat"] = '4',
        ["lima"] = '5',
        ["five"] = '5',
        ["limo"] = '5',
        ["enam"] = '6',
        ["six"] = '6',
        ["nem"] = '6',
        ["genep"] = '6',
        ["tujuh"] = '7',
        ["seven"] = '7',
        ["pitu"] = '7',
        ["delapan"] = '8',
        ["lapan"] = '8',
        ["eight"] = '8',
        ["wolu"] = '8',
        ["dalapan"] = '8',
        ["sembilan"] = '9',
        ["nine"] = '9',
        ["sanga"] = '9',
        ["songo"] = '9',
        ["salapan"] = '9',
    };

    public static void Find(string text, Found found)
    {
        foreach (Match match in Run().Matches(text))
        {
            var digits = string.Concat(Word().Matches(match.Value).Select(word => DigitOf[word.Value]));
            if (TypeOf(digits, text[..match.Index]) is { } type) found.Mask(match.Index, match.Index + match.Length, type);
        }
    }

    private static PiiType? TypeOf(string digits, string before)
    {
        var label = Label().Matches(before).LastOrDefault()?.Value.ToLowerInvariant();
        return (digits.Length, label) switch
        {
            (16, "kk" or "keluarga") => PiiType.Kk,
            (15 or 16, "npwp") => PiiType.Npwp,
            (16, _) => PiiType.Nik,
            ( >= 8 and <= 18, "rekening" or "rek" or "norek") => PiiType.BankAccount,
            ( >= 8 and <= 14, _) => PiiType.Phone,
            ( > 14 and < 20, _) => PiiType.Nik,
            _ => null,
        };
    }

    private const string DigitWords =
        "(?:nol|kosong|zero|oh|satu|one|siji|hiji|dua|two|loro|tiga|three|telu|tilu|empat|four|papat|opat|lima|five|limo|enam|six|nem|genep|tujuh|seven|pitu|delapan|lapan|eight|wolu|dalapan|sembilan|nine|sanga|songo|salapan)";

    [GeneratedRegex(@"\b" + DigitWords + @"(?:[\s,\-]{1,3}" + DigitWords + @"\b){7,19}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:nik|ktp|kk|keluarga|npwp|rekening|norek|rek|hp|wa|nomor|nomer|telepon)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
