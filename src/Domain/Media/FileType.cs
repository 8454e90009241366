using System.Text.Unicode;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Media;

/// <summary>
/// What a file is by its first bytes: a name proves nothing. Only where several programs write one and the same container (Office, plain text) the
/// ending of the name says which of them it is. Exactly what WhatsApp takes is known.
/// </summary>
/// <param name="MimeType">As Meta wants it named.</param>
/// <param name="MostBytes">The largest file of this kind that Meta takes.</param>
public sealed record FileType(MediaKind Kind, string MimeType, long MostBytes)
{
    /// <summary>So many first bytes are enough to tell.</summary>
    public const int HeadLength = 4096;

    private const long Mebibyte = 1024 * 1024;

    private static readonly (string Ending, string Modern, string Old)[] Office =
    [
        ("doc", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"),
        ("xls", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel"),
        ("ppt", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.ms-powerpoint"),
    ];

    /// <summary>The largest file of any kind.</summary>
    public static long MostOfAny => 100 * Mebibyte;

    /// <param name="head">The first bytes, up to <see cref="HeadLength"/>.</param>
    /// <param name="fileName">Its ending decides between programs that share a container, and nothing else.</param>
    /// <returns>None where WhatsApp takes no such file.</returns>
    public static FileType? Of(ReadOnlySpan<byte> head, string fileName) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Image("image/jpeg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Image("image/png"),
        _ when head.StartsWith("%PDF-"u8) => Document("application/pdf"),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when head.Length >= 12 => OfBrand(head[8..12]),
        _ when head.StartsWith("OggS"u8) => head.IndexOf("OpusHead"u8) >= 0 ? Audio("audio/ogg") : null,
        _ when head.StartsWith("#!AMR"u8) => Audio("audio/amr"),
        _ when head.StartsWith("ID3"u8) => Audio("audio/mpeg"),
        [0xFF, 0xF1 or 0xF9, ..] => Audio("audio/aac"),
        [0xFF, 0xFA or 0xFB or 0xF2 or 0xF3, ..] => Audio("audio/mpeg"),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OfOffice(fileName, office => office.Old),
        [(byte)'P', (byte)'K', 3, 4, ..] when IsOffice(head) => OfOffice(fileName, office => office.Modern),
        _ => EndingOf(fileName) == "txt" && IsText(head) ? Document("text/plain") : null,
    };

    // QuickTime and others share the container, and phones of clients do not play them.
    private static FileType? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8) ? Audio("audio/mp4")
        : brand.StartsWith("3g"u8) ? Video("video/3gpp")
        : brand.StartsWith("isom"u8) || brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8)
            || brand.StartsWith("M4V"u8) || brand.StartsWith("MSNV"u8) || brand.StartsWith("dash"u8) ? Video("video/mp4")
        : null;

    // A bare archive begins the same way, and may hold anything.
    private static bool IsOffice(ReadOnlySpan<byte> head) =>
        head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0 || head.IndexOf("docProps/"u8) >= 0
        || head.IndexOf("word/"u8) >= 0 || head.IndexOf("xl/"u8) >= 0 || head.IndexOf("ppt/"u8) >= 0;

    private static FileType? OfOffice(string fileName, Func<(string Ending, string Modern, string Old), string> name)
    {
        var ending = EndingOf(fileName);
        var found = Office.Where(office => ending.StartsWith(office.Ending, StringComparison.Ordinal)).ToArray();
        return found.Length == 1 && ending.Length <= found[0].Ending.Length + 1 ? Document(name(found[0])) : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) >= 0)
        {
            return false;
        }

        // The last character may be cut in two by the end of the head.
        for (var cut = 0; cut <= 3 && cut <= head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static string EndingOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();

    private static FileType Image(string mimeType) => new(MediaKind.Image, mimeType, 5 * Mebibyte);

    private static FileType Video(string mimeType) => new(MediaKind.Video, mimeType, 16 * Mebibyte);

    private static FileType Audio(string mimeType) => new(MediaKind.Audio, mimeType, 16 * Mebibyte);

    private static FileType Document(string mimeType) => new(MediaKind.Document, mimeType, 100 * Mebibyte);
}
