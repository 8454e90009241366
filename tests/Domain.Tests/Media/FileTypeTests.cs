using System.Text;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Domain.Tests.Media;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "image/jpeg")]
    [InlineData("\u0089PNG\r\n\u001A\n", "image/png")]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("\0\0\0\u0018ftypmp42", "video/mp4")]
    [InlineData("\0\0\0\u0018ftypisom", "video/mp4")]
    [InlineData("\0\0\0\u0018ftyp3gp4", "video/3gpp")]
    [InlineData("\0\0\0\u0018ftypM4A ", "audio/mp4")]
    [InlineData("OggS\0\u0002\0\0OpusHead", "audio/ogg")]
    [InlineData("#!AMR\n", "audio/amr")]
    [InlineData("ID3\u0003", "audio/mpeg")]
    [InlineData("\u00FF\u00FB\u0090", "audio/mpeg")]
    [InlineData("\u00FF\u00F1\u0050", "audio/aac")]
    public void First_bytes_tell_whatever_the_name_says(string head, string mimeType) => Of(head, "anything.exe")!.MimeType.Should().Be(mimeType);

    [Theory]
    [InlineData("surat.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("SURAT.XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("surat.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("surat.zip", null)]
    [InlineData("surat.docxx", null)]
    [InlineData("surat", null)]
    public void Of_Office_s_containers_the_ending_tells_which(string name, string? mimeType) =>
        Of("PK\u0003\u0004....[Content_Types].xml", name)?.MimeType.Should().Be(mimeType);

    [Theory]
    [InlineData("MZ\u0090\0", "surat.pdf")]
    [InlineData("PK\u0003\u0004....program.exe", "surat.docx")]
    [InlineData("<html><script>", "surat.pdf")]
    [InlineData("GIF89a", "surat.gif")]
    [InlineData("OggS\0\u0002\0\0vorbis", "suara.ogg")]
    [InlineData("\0\0\0\u0014ftypqt  ", "film.mov")]
    [InlineData("a\0b", "catatan.txt")]
    [InlineData("\u00FE\u00FEabc", "catatan.txt")]
    [InlineData("", "kosong.pdf")]
    public void What_WhatsApp_does_not_take_is_nothing(string head, string name) => Of(head, name).Should().BeNull();

    [Fact]
    public void Plain_text_is_text_under_its_own_ending_also_where_a_character_is_cut_in_two()
    {
        FileType.Of(Encoding.UTF8.GetBytes("Catatan – selesai"), "catatan.txt")!.MimeType.Should().Be("text/plain");
        FileType.Of(Encoding.UTF8.GetBytes("Catatan –").AsSpan(..^1), "catatan.txt")!.MimeType.Should().Be("text/plain");
        FileType.Of(Encoding.UTF8.GetBytes("Catatan"), "catatan.csv").Should().BeNull();
    }

    [Fact]
    public void Each_kind_has_Meta_s_limit()
    {
        const long Mebibyte = 1024 * 1024;
        (Of("\u00FF\u00D8\u00FF\u00E0", "a")!.MostBytes, Of("\0\0\0\u0018ftypmp42", "a")!.MostBytes, Of("ID3\u0003", "a")!.MostBytes, Of("%PDF-", "a")!.MostBytes)
            .Should().Be((5 * Mebibyte, 16 * Mebibyte, 16 * Mebibyte, 100 * Mebibyte));
        Of("%PDF-", "a")!.Kind.Should().Be(MediaKind.Document);
    }

    private static FileType? Of(string head, string name) => FileType.Of(Encoding.Latin1.GetBytes(head), name);
}
