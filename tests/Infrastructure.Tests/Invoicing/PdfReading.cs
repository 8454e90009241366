using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Tests.Invoicing;

/// <summary>Reads a PDF the way a reader program does: from the table at its end to its objects, pages and the text on them.</summary>
internal sealed partial record PdfReading(IReadOnlyList<PdfReading.Sheet> Sheets)
{
    public string Text => string.Join('\n', Sheets.Select(sheet => sheet.Text));

    public static PdfReading Of(ReadOnlySpan<byte> pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        file.Should().StartWith("%PDF-1.7").And.EndWith("%%EOF\n");
        var table = int.Parse(StartOfTable().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        file[table..].Should().StartWith("xref\n");
        var objects = new Dictionary<int, string>();
        foreach (Match row in Row().Matches(file[table..]))
        {
            var at = int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture);
            var number = objects.Count + 1;
            file[at..].Should().StartWith($"{number} 0 obj\n");
            objects.Add(number, file[at..file.IndexOf("\nendobj\n", at, StringComparison.Ordinal)]);
        }

        var pages = objects[Reference("/Pages", objects[Reference("/Root", file[table..])])];
        var kids = References().Matches(pages[pages.IndexOf("/Kids", StringComparison.Ordinal)..]);
        return new([.. kids.Select(kid => Read(objects, int.Parse(kid.Groups[1].Value, CultureInfo.InvariantCulture)))]);
    }

    private static Sheet Read(Dictionary<int, string> objects, int number)
    {
        var page = objects[number];
        var fonts = FontName().Matches(page).ToDictionary(
            font => font.Groups[1].Value, font => Letters(Unpack(objects[Reference("/ToUnicode", objects[int.Parse(font.Groups[2].Value, CultureInfo.InvariantCulture)])])));
        var text = new StringBuilder();
        foreach (Match shown in Shown().Matches(Unpack(objects[Reference("/Contents", page)])))
        {
            text.AppendLine(string.Concat(shown.Groups[2].Value.Chunk(4).Select(glyph => fonts[shown.Groups[1].Value][new string(glyph)])));
        }

        return new Sheet(page, text.ToString());
    }

    private static Dictionary<string, string> Letters(string map) => Pair().Matches(map).ToDictionary(
        pair => pair.Groups[1].Value, pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value)));

    private static string Unpack(string body)
    {
        const string begin = "stream\n";
        var packed = Encoding.Latin1.GetBytes(body[(body.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..]);
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Reference(string key, string body) =>
        int.Parse(Regex.Match(body, $@"{key} (\d+) 0 R", RegexOptions.CultureInvariant).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"^(\d{10}) 00000 n $", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex References();

    [GeneratedRegex(@"/(Liberation\S+) (\d+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/(\S+) [\d.]+ Tf [^<]*<([0-9A-F]*)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>")]
    private static partial Regex Pair();

    internal sealed record Sheet(string Dictionary, string Text);
}
