using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Companies, banks, courts and agencies: a lawyer needs to know which, and their names often hold a person's.</summary>
internal static partial class Organisations
{
    private static readonly FrozenSet<string> Brands = (
        "mandiri permata danamon niaga mega panin jago jenius muamalat bukopin bca bri bni bsi btn cimb ovo dana gopay shopeepay linkaja tokopedia " +
        "shopee lazada bukalapak gojek grab traveloka telkomsel indosat indihome adira fif prudential allianz manulife starbucks alfamart indomaret " +
        "garuda lion citilink whatsapp instagram facebook tiktok google").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBrand(string lower) => Brands.Contains(lower);

    public static void Find(string text, Found found)
    {
        foreach (var pattern in (Regex[])[Named(), LowerCase(), English()])
        {
            foreach (Match match in pattern.Matches(text)) found.Keep(match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex(
        @"\b(?:PT|CV|UD|PD|Firma|Bank|bank|BPR|Koperasi|koperasi|KSP|Yayasan|RS|RSUD|RSU|RSIA|Klinik|klinik|Universitas|Univ|Hotel|hotel|Toko|toko|Apotek|PN|PA|PTUN|PTA|Polres\w*|Polda|Polsek|polres\w*|polda|polsek|Kejari|Kejati|Kejaksaan|Pengadilan|Kanim|kanim|BPN|KPP|Disnaker|SMA|SMP|SMK|SD|MAN|Dinas|Kementerian|RUTAN|Rutan|Lapas|lapas|Dealer|dealer|Leasing|leasing|Travel|travel|Asuransi|asuransi|Restoran|Kantor|Masjid|Gereja|Pasar|pasar|Mall|mall|Bandara|bandara|Stasiun|stasiun|Mahkamah|Jaksa|Notaris\s&)\.?\s(?:(?:Bank|Negeri|Agama|Tinggi|Metro|Kota|Niaga)\s)?(?!(?:Saya|Bapak|Ibu)\b)[A-Z][\p{L}&.]+(?:\s(?:[A-Z][\p{L}&.]+|&))?(?:\s[A-Z][\p{L}&]+)?(?:\s[A-Z][\p{L}&]+)?(?:\sTbk)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:pt|cv)\.?\s\p{L}{3,}(?:\s\p{L}{3,}){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"\b(?:[A-Z][\p{L}&]+\s){1,3}(?:Ltd|Inc|Corp|LLC|Pte|GmbH|BV|Sdn|Group|Tbk|Airlines|Airways|Hospital|Clinic|City|Mall|Plaza|University|Law\s(?:Firm|Office)|& Partners)\b\.?", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
