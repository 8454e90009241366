using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Printing;

/// <summary>A PDF 1.7 of A4 sheets with embedded fonts: as much of the format as a letter needs, its text searchable.</summary>
internal sealed class PdfFile(string title, string author)
{
    private readonly List<Sheet> _sheets = [];
    private readonly Dictionary<TypeFace, SortedDictionary<int, Rune>> _used = [];

    public IReadOnlyList<Sheet> Sheets => _sheets;

    public Sheet Add()
    {
        var sheet = new Sheet(this);
        _sheets.Add(sheet);
        return sheet;
    }

    internal int Use(TypeFace face, Rune character)
    {
        var glyph = face.GlyphOf(character);
        if (!_used.TryGetValue(face, out var glyphs))
        {
            _used.Add(face, glyphs = []);
        }

        glyphs.TryAdd(glyph, character);
        return glyph;
    }

    public byte[] Save()
    {
        var objects = new PdfObjects();
        var (catalog, pages, info) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
        var fonts = string.Concat(_used.Select(used => $"/{used.Key.Name} {Font(objects, used.Key, used.Value)} 0 R "));
        var kids = _sheets.Select(sheet =>
        {
            var content = objects.Add(string.Empty, sheet.Orders);
            return objects.Add(Invariant(
                $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {Sheet.Width} {Sheet.Height}] /Resources << /Font << {fonts}>> >> /Contents {content} 0 R >>"));
        }).ToArray();
        objects.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>");
        objects.Set(pages, $"<< /Type /Pages /Count {kids.Length} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        objects.Set(info, $"<< /Title {Words(title)} /Author {Words(author)} /Creator (Lawyers.Hub) >>");
        return objects.Write(catalog, info);
    }

    private static int Font(PdfObjects objects, TypeFace face, SortedDictionary<int, Rune> glyphs)
    {
        var name = $"HUBSET+{face.Name}";
        var program = FontSubset.Of(face, glyphs.Keys);
        var file = objects.Add($"/Length1 {program.Length}", program);
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', face.Box)}] /ItalicAngle 0 /Ascent {face.Ascent} " +
            $"/Descent {face.Descent} /CapHeight {face.Ascent} /StemV 80 /FontFile2 {file} 0 R >>");
        var widths = string.Concat(glyphs.Keys.Select(glyph => $"{glyph} [{face.Advance(glyph)}] "));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}] >>");
        var unicode = objects.Add(string.Empty, Encoding.ASCII.GetBytes(ToUnicode(glyphs)));
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    // At most a hundred pairs in one block, says the format.
    private static string ToUnicode(SortedDictionary<int, Rune> glyphs) =>
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Hub def /CMapType 2 def\n" +
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
        string.Concat(glyphs.Chunk(100).Select(block =>
            $"{block.Length} beginbfchar\n{string.Concat(block.Select(pair => Invariant($"<{pair.Key:X4}> <{Hex(pair.Value.ToString())}>\n")))}endbfchar\n")) +
        "endcmap CMapName currentdict /CMap defineresource pop end end\n";

    private static string Words(string text) => $"<FEFF{Hex(text)}>";

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbered objects of a file, and where each begins.</summary>
    private sealed class PdfObjects
    {
        private readonly List<byte[]> _bodies = [];

        public int Reserve()
        {
            _bodies.Add([]);
            return _bodies.Count;
        }

        public void Set(int number, string body) => _bodies[number - 1] = Encoding.ASCII.GetBytes(body);

        public int Add(string body)
        {
            var number = Reserve();
            Set(number, body);
            return number;
        }

        public int Add(string entries, byte[] stream)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zlib.Write(stream);
            }

            var number = Reserve();
            _bodies[number - 1] =
            [
                .. Encoding.ASCII.GetBytes($"<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n"),
                .. packed.ToArray(),
                .. "\nendstream"u8,
            ];
            return number;
        }

        public byte[] Write(int catalog, int info)
        {
            using var file = new MemoryStream();
            file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
            var offsets = new List<long>();
            for (var number = 1; number <= _bodies.Count; number++)
            {
                offsets.Add(file.Position);
                file.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
                file.Write(_bodies[number - 1]);
                file.Write("\nendobj\n"u8);
            }

            var table = file.Position;
            var rows = string.Concat(offsets.Select(offset => Invariant($"{offset:D10} 00000 n \n")));
            file.Write(Encoding.ASCII.GetBytes(
                $"xref\n0 {_bodies.Count + 1}\n0000000000 65535 f \n{rows}trailer\n<< /Size {_bodies.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n" +
                $"startxref\n{table}\n%%EOF\n"));
            return file.ToArray();
        }
    }
}
