using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Knowledge;

/// <summary>
/// Words that say nothing of the matter, Indonesian and English, formal and as people type them. PostgreSQL's Indonesian dictionary is a
/// stemmer only, and a list of its own would need a file on the server.
/// </summary>
internal static partial class StopWords
{
    private static readonly FrozenSet<string> Words =
        """
        ada adalah agar akan aku anda antara apa apakah atau atas bagaimana bagi bahwa baik banyak baru beberapa begitu belum berapa bisa bu
        buat bukan cara dah dalam dan dari daripada dengan deh di dia dong dulu gak gimana gue gua hal halo hai hanya harus hingga ia ibu ini
        itu iya jadi jika juga kah kak kakak kalau kalo kami kamu kan kapan karena kata kayak ke kemudian kenapa kepada ketika kita klo km kok
        lagi lah lain lalu lebih lewat maaf maka mana mas masih mau mba mbak melalui mengapa mereka merupakan mohon namun nanti nih nya oleh
        orang pa pada pagi pak para per pernah saat saja sampai sangat sang saya sebagai sebuah sedang sejak selama selamat selain semua
        seperti sering serta sesuatu setelah setiap siang siapa sih sini situ sore suatu sudah supaya tanya tapi telah tentang terhadap
        terima kasih tersebut tetapi tiap tidak tdk tolong udah untuk utk wah walau ya yaitu yang yg
        a about am an and are as at be been but by can could did do does for from had has have he hello her hi his how i if in into is it its
        me my no not of on or our please she should so some than that the their them then there these they this to us was we were what when
        where which who why will with would you your
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static string Without(string text) =>
        string.Join(' ', Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).Where(word => !Words.Contains(word)));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
