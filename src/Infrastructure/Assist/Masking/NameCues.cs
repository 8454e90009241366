using System.Collections.Frozen;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Words after which a name is likely, by how likely.</summary>
internal static class NameCues
{
    private static readonly FrozenSet<string> Honorifics = Set(
        "pak bapak bpk bu ibu sdr sdri saudara saudari mas mbak mba mbk kak ka bang bg om tante kang teh mr mrs ms miss madam dr drg prof h hj haji hajah ust ustad ustadz ustadzah pendeta pdt kyai kiai gus cak neng nona tuan nyonya ny tn akp kompol iptu ipda aiptu bripka bripda brigadir kombes akbp briptu aipda kapten mayor kolonel sersan serka alm almh almarhum almarhumah mendiang raden dokter koh ko cici ce bro sis mbah pakde bude");

    private static readonly FrozenSet<string> Naming = Set(
        "nama namanya namaku bernama an a.n atasnama panggil panggilan dipanggil alias als named called name");

    private static readonly FrozenSet<string> Relations = Set(
        "suami istri suamiku istriku anak anakku adik adikku adek kakak kakakku ayah paman bibi tetangga klien saksi terdakwa tersangka tergugat penggugat pemohon termohon pelapor terlapor korban hakim jaksa jpu notaris penyidik penyidiknya kuasa direktur direkturnya sopir supir supirnya sopirnya pelaku pelakunya penipu penipunya temen teman temannya temennya landlord husband wife son daughter brother sister lawyer witness friend boss client ketua mantan pacar majikan mertua ipar dengan sama kepada kata oleh milik punya tangan sendiri aku saya gue gw i'm am vs versus lawan advokat pengacara admin manajer agen sponsor pengurus bendahara mandor bos rentenir kontak");

    private static readonly FrozenSet<string> Between = Set(
        "saya sy aku lengkap lengkapnya suami istri anak adik kakak ayah ibu klien pelaku korban adalah is nya kami saja aja sih itu yaitu bapak pak bu mas mbak sdr rt rw haji hj h my ku ialah pertama kedua ketiga i ii iii iv kandung tiri");

    public static bool IsHonorific(string lower) => Honorifics.Contains(lower);
    public static bool IsNaming(string lower) => Naming.Contains(lower);
    public static bool IsRelation(string lower) => Relations.Contains(lower);
    public static bool IsBetween(string lower) => Between.Contains(lower);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
