using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>E-mail addresses, passports and number plates.</summary>
internal static partial class TravelAndVehicles
{
    // Registration areas of the traffic police, and the corps and diplomatic series.
    private static readonly FrozenSet<string> Areas = (
        "A B D E F G H K L M N P R S T W Z AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW " +
        "EA EB ED KB KH KT KU PA PB PG PS PT RI CC CD CN").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Find(string text, Found found)
    {
        foreach (Match match in Email().Matches(text)) found.Mask(match.Index, match.Index + match.Length, PiiType.Email);

        if (PassportWord().IsMatch(text))
        {
            foreach (Match match in Passport().Matches(text)) found.Mask(match.Index, match.Index + match.Length, PiiType.Passport);
        }

        var aboutVehicles = VehicleWord().IsMatch(text);
        foreach (Match match in Plate().Matches(text))
        {
            if (!Areas.Contains(match.Groups["area"].Value)) continue;
            var telling = match.Groups["serial"].Length > 0 && match.Groups["number"].Length >= 3 && match.ValueSpan.IndexOfAnyInRange('a', 'z') < 0;
            if (aboutVehicles || telling) found.Mask(match.Index, match.Index + match.Length, PiiType.Plate);
        }
    }

    [GeneratedRegex(@"[\w.+\-]{1,64}\s?@\s?[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,4}\.[A-Za-z]{2,12}\b|[\w.+\-]{1,64}\s?(?:\[at\]|\(at\))\s?[\w\-]+(?:\.[\w\-]+){1,3}|(?:\w{1,30}\s(?:dot|titik)\s)?[\w.+\-]{1,64}\s(?:at|et)\s[a-z]{2,20}\s(?:dot|titik)\s(?:com|id|co|net)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\bpas+por\w*|\bpassport\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PassportWord();

    [GeneratedRegex(@"(?<![\w\-])(?:[A-Z]{1,2}[ \-]?\d{6,8}|[a-z]{1,2}\d{6,8}|[A-Z]\d[A-Z0-9]{6,7}|[A-Z]{3}\d{6})(?!\w)|(?<=(?:paspor|passport)(?:\s(?:no|number|nomor|nya))?[.:]?\s)\d{8,9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Passport();

    [GeneratedRegex(@"\b(?:nopol\w*|plat\w*|plate|mobil\w*|motor\w*|kendaraan|truk|truck|bus|taksi|taxi|angkot|bpkb|stnk|scooter|car|bike|unit|pickup|avanza|xenia|innova|vario|beat|nmax|kereta|mopil|license|nomor polisi|no\.? polisi)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VehicleWord();

    [GeneratedRegex(@"(?<![\w.\-/])(?<area>[A-Za-z]{1,2})(?:\s|-)?(?<number>[1-9]\d{0,3})(?:\s|-)?(?<serial>[A-Z]{1,3}|(?<=\d)[a-z]{2,3}|(?<=\d\s)[a-z]{2,3})(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex Plate();
}
