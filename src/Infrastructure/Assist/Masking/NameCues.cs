using System.Collections.Frozen;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Words after which a name is likely, by how likely.</summary>
internal static class NameCues
{
    private static readonly FrozenSet<string> Honorifics = Set(
        "si pak bapak bpk bu ibu sdr sdri saudara saudari mas mbak mba mbk kak ka bang bg om tante kang teh mr mrs ms miss madam dr drg prof h hj haji hajah ust ustad ustadz ustadzah pendeta pdt kyai kiai gus cak neng nona tuan nyonya ny tn akp kompol iptu ipda aiptu bripka bripda brigadir kombes akbp briptu aipda kapten mayor kolonel sersan serka alm almh almarhum almarhumah mendiang raden dokter koh ko cici ce bro sis mbah pakde bude");

    private static readonly FrozenSet<string> Naming = Set(
        "nama namanya namaku bernama an a.n atasnama panggil panggilan dipanggil alias als named called name");

    private static readonly FrozenSet<string> Relations = Set(
        "suami istri anak adik adek kakak ayah bapak ibu paman bibi tetangga klien saksi terdakwa tersangka tergugat penggugat pemohon termohon pelapor terlapor korban hakim jaksa jpu notaris penyidik kuasa direktur sopir supir pelaku penipu temen teman landlord husband wife son daughter brother sister lawyer witness friend boss client ketua mantan pacar majikan mertua ipar dengan sama kepada kata oleh milik punya tangan sendiri aku saya gue gw i'm am vs versus lawan advokat pengacara admin manajer agen sponsor pengurus bendahara mandor bos rentenir kontak");

    private static readonly FrozenSet<string> Between = Set(
        "saya sy aku lengkap lengkapnya suami istri anak adik kakak ayah ibu klien pelaku korban adalah is nya kami saja aja sih itu yaitu bapak pak bu mas mbak sdr rt rw haji hj h my ku ialah bungsu sulung pertama kedua ketiga i ii iii iv kandung tiri");

    public static bool IsHonorific(string lower) => Honorifics.Contains(lower);
    public static bool IsNaming(string lower) => Naming.Contains(lower);
    public static bool IsRelation(string lower) => Relations.Contains(Bare(lower));
    public static bool IsBetween(string lower) => Between.Contains(lower);

    // "bapaknya", "adikku", "ex-husband"
    private static string Bare(string lower)
    {
        var word = lower[(lower.LastIndexOf('-') + 1)..];
        foreach (var clitic in (string[])["nya", "ku", "mu"])
        {
            if (word.Length > clitic.Length + 3 && word.EndsWith(clitic, StringComparison.Ordinal)) return word[..^clitic.Length];
        }

        return word;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
