using System.Buffers.Binary;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Printing;

/// <summary>One TrueType font that travels with the hub, so that a printed page looks the same on every machine.</summary>
internal sealed class TypeFace
{
    public static readonly TypeFace Sans = Load("LiberationSans-Regular");
    public static readonly TypeFace SansBold = Load("LiberationSans-Bold");
    public static readonly TypeFace SansItalic = Load("LiberationSans-Italic");
    public static readonly TypeFace SerifBold = Load("LiberationSerif-Bold");

    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly int _unitsPerEm;
    private readonly int _advances;

    private TypeFace(string name, byte[] data)
    {
        (Name, _data) = (name, data);
        for (var index = 0; index < U16(4); index++)
        {
            var record = 12 + (16 * index);
            _tables[Encoding.ASCII.GetString(data, record, 4)] = ((int)U32(record + 8), (int)U32(record + 12));
        }

        _unitsPerEm = U16(At("head") + 18);
        _advances = U16(At("hhea") + 34);
        Ascent = Thousandths(I16(At("hhea") + 4));
        Descent = Thousandths(I16(At("hhea") + 6));
        Box = [.. Enumerable.Range(0, 4).Select(corner => Thousandths(I16(At("head") + 36 + (2 * corner))))];
    }

    public string Name { get; }

    /// <summary>In thousandths of the size, like every measure here.</summary>
    public int Ascent { get; }

    public int Descent { get; }

    public IReadOnlyList<int> Box { get; }

    internal ReadOnlySpan<byte> Data => _data;

    internal IReadOnlyDictionary<string, (int Offset, int Length)> Tables => _tables;

    internal bool HasLongOffsets => I16(At("head") + 50) == 1;

    /// <summary>The glyph of a character; 0, the empty box, where the face has none.</summary>
    public int GlyphOf(Rune character)
    {
        if (!character.IsBmp)
        {
            return 0;
        }

        // Format 4 of the character map: segments of consecutive characters, in order.
        var map = UnicodeMap();
        var twice = U16(map + 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            if (character.Value > U16(map + 14 + segment))
            {
                continue;
            }

            var (start, delta, range) = (U16(map + 16 + twice + segment), U16(map + 16 + (2 * twice) + segment), map + 16 + (3 * twice) + segment);
            if (character.Value < start)
            {
                return 0;
            }

            var glyph = U16(range) == 0 ? character.Value : U16(range + U16(range) + (2 * (character.Value - start)));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    public int Advance(int glyph) => Thousandths(U16(At("hmtx") + (4 * Math.Min(glyph, _advances - 1))));

    /// <summary>How wide the text runs at that size, in points.</summary>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(character => Advance(GlyphOf(character))) * size / 1000;

    private int UnicodeMap()
    {
        var maps = At("cmap");
        for (var index = 0; index < U16(maps + 2); index++)
        {
            var record = maps + 4 + (8 * index);
            var map = maps + (int)U32(record + 4);
            if (U16(record) == 3 && U16(record + 2) == 1 && U16(map) == 4)
            {
                return map;
            }
        }

        throw new InvalidDataException($"The typeface {Name} has no Unicode character map.");
    }

    private int At(string table) => _tables[table].Offset;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / _unitsPerEm, MidpointRounding.AwayFromZero);

    private static TypeFace Load(string name)
    {
        using var stream = typeof(TypeFace).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The typeface {name} is not part of this build.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TypeFace(name, data);
    }
}
