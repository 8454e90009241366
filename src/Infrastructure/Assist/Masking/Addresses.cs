using System.Collections.Frozen;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Addresses: from the word for street, hamlet or building as far as parts of an address follow.</summary>
internal static class Addresses
{
    private static readonly FrozenSet<string> Openers = Set(
        "jl jln jalan gg gang komplek kompleks komp perum perumahan apartemen apartment apt ruko rukan rusun gedung menara wisma dusun dsn kp kampung nagari jorong blok banjar desa ds cluster lorong lr lingkungan villa vila griya graha kost kavling");

    // These open an address only together with another part of one: "desa kami" and "Blok M" do not.
    private static readonly FrozenSet<string> WeakOpeners = Set("desa ds kampung kp gedung menara wisma villa vila blok banjar cluster kost lingkungan gang graha griya kavling apartemen apartment perumahan ruko komplek");

    private static readonly FrozenSet<string> Parts = Set(
        "no nomor nomer rt rw kel kelurahan kec kecamatan kab kabupaten kota kotamadya prov provinsi desa ds dusun dsn km kilometer blok lt lantai tower kav kavling unit gang gg jl jln jalan raya komplek kompleks perum perumahan kode pos residence regency lorong kp kampung lingkungan rw rukun tetangga warga gedung");

    private static readonly FrozenSet<string> Abbreviations = Set("jl jln gg no kel kec kab lt kp ds dsn jend kav prov km rt rw st dr prof h kh let letjen mayjen blok komp perum lr jenderal");

    private static readonly FrozenSet<string> SpokenDigits = Set(
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus nol");

    private static readonly FrozenSet<string> NotStreets = Set("tol keluar masuk damai umum buntu pintas tengah terus kaki saya kami kita ini itu yang ke di nya sendiri rusak provinsi desa kampung lain baru");

    public static void Find(string text, IReadOnlyList<Word> words, Found found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!Openers.Contains(words[i].Lower) || !NamesSomething(words, i)) continue;
            var last = LastPart(words, i, Words.CapitalsTell(text));
            if (last == i || !IsAddress(words, i, last)) continue;
            found.Mask(HouseNumberBefore(words, i), words[last].End, PiiType.Address);
            i = last;
        }
    }

    // "sudah jalan 5 tahun", "jalan2", "dana desa 2021"
    private static bool NamesSomething(IReadOnlyList<Word> words, int opener) =>
        opener + 1 < words.Count && words[opener + 1].Gap.Length > 0
        && (words[opener].IsCapitalised || words[opener].Lower is "jl" or "jln" or "gg" or "blok" || words[opener + 1].Casing != Casing.Number);

    private static int LastPart(IReadOnlyList<Word> words, int first, bool capitalsTell)
    {
        var last = first;
        for (var i = first + 1; i < words.Count; i++)
        {
            if (!Continues(words, i, first, capitalsTell)) break;
            last = i;
        }

        while (last > first && words[last].Casing != Casing.Number && (Parts.Contains(words[last].Lower) && words[last].Lower is not ("kota" or "raya" or "regency" or "residence"))) last--;
        return last;
    }

    private static bool Continues(IReadOnlyList<Word> words, int i, int first, bool capitalsTell)
    {
        var (word, before) = (words[i], words[i - 1]);
        var gap = word.Gap.Trim();
        if (word.Gap.Contains('\n', StringComparison.Ordinal)) return false;
        if (gap is not ("" or "," or "." or "/" or ".," or "-" or "(" or "no." or "./")) return false;
        if (gap == "." && !Abbreviations.Contains(before.Lower) && before.Casing != Casing.Number) return false;

        var isNumber = word.Casing == Casing.Number || IsRoman(word) || (word.Text.Length <= 2 && word.Casing == Casing.Upper);
        if (Parts.Contains(word.Lower)) return i == first + 1 ? !NotStreets.Contains(word.Lower) || word.IsCapitalised : true;
        if (isNumber) return gap != "," || word.Text.Length == 5 || IsRoman(word) || Parts.Contains(before.Lower);
        if (SpokenDigits.Contains(word.Text)) return before.Lower is "nomor" or "nomer" or "no" or "kilometer" or "km" or "rt" or "rw" || SpokenDigits.Contains(before.Lower);
        if (capitalsTell && word.IsCapitalised) return gap != "," || Regions.IsPlace(word.Lower) || !OrdinaryWords.ContainsExactly(word.Lower);
        if (gap == ",") return Regions.IsPlace(word.Lower);

        // Written without capitals: the name of the street, and places after the number.
        if (capitalsTell && words[first].IsCapitalised && words[Math.Min(first + 1, words.Count - 1)].IsCapitalised) return false;
        if (NotStreets.Contains(word.Lower) && i == first + 1) return false;
        return Regions.IsPlace(word.Lower) || !OrdinaryWords.Contains(word.Lower)
            || (i <= first + 2 && !Function.Contains(word.Lower) && FollowedByPart(words, i));
    }

    private static readonly FrozenSet<string> Function = Set("yang dan di ke dari untuk saya kami itu ini ada sudah belum mau bisa tidak sama dengan pak bu kak dekat depan belakang");

    private static bool FollowedByPart(IReadOnlyList<Word> words, int i) =>
        words.Skip(i + 1).Take(2).Any(word => word.Casing == Casing.Number || word.Lower is "no" or "nomor" or "nomer" or "rt" or "blok" or "km" or "kilometer" or "raya" or "kel" or "kec");

    private static bool IsAddress(IReadOnlyList<Word> words, int first, int last)
    {
        var inside = words.Skip(first + 1).Take(last - first).ToList();
        var hasNumber = inside.Exists(word => word.Casing == Casing.Number || SpokenDigits.Contains(word.Lower));
        var parts = inside.Count(word => Parts.Contains(word.Lower));
        if (WeakOpeners.Contains(words[first].Lower)) return words[first].Lower is "gang" ? hasNumber : parts >= 1 || (hasNumber && inside.Count >= 2);
        return words[first].Lower is not "jalan" || hasNumber || parts > 0 || (words[first].IsCapitalised && inside[0].IsCapitalised);
    }

    private static bool IsRoman(Word word) => word.Casing == Casing.Upper && word.Text.All(letter => letter is 'I' or 'V' or 'X');

    // English puts the number first: "at 25 Jalan Danau Tamblingan".
    private static int HouseNumberBefore(IReadOnlyList<Word> words, int opener) =>
        opener > 1 && words[opener - 1].Casing == Casing.Number && words[opener].Gap == " " && words[opener - 2].Lower is ("at" or "is" or "address")
            ? words[opener - 1].Start
            : words[opener].Start;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
