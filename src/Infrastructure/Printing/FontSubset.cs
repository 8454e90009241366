using System.Buffers.Binary;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Printing;

/// <summary>A font file with the outlines of the glyphs that are used and blanks for all others: some kilobytes instead of hundreds.</summary>
internal static class FontSubset
{
    // What a reader needs to draw glyphs by number; everything else (kerning, names, character maps) stays behind.
    private static readonly string[] Needed = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TypeFace face, IEnumerable<int> used)
    {
        var tables = Needed.Where(face.Tables.ContainsKey).Select(name => (Name: name, Data: Table(face, name))).ToArray();
        var glyphs = Array.Find(tables, table => table.Name == "glyf").Data;
        var keep = WithParts(face, used);
        var count = BinaryPrimitives.ReadUInt16BigEndian(Table(face, "maxp").AsSpan(4));
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (!keep.Contains(glyph))
            {
                var (from, to) = Outline(face, glyph);
                glyphs.AsSpan(from, to - from).Clear();
            }
        }

        return Write(tables);
    }

    /// <summary>An accented letter is drawn out of other glyphs, which are needed too.</summary>
    private static HashSet<int> WithParts(TypeFace face, IEnumerable<int> used)
    {
        var keep = new HashSet<int> { 0 };
        var open = new Stack<int>(used);
        while (open.TryPop(out var glyph))
        {
            if (keep.Add(glyph))
            {
                foreach (var part in Parts(face, glyph))
                {
                    open.Push(part);
                }
            }
        }

        return keep;
    }

    private static IEnumerable<int> Parts(TypeFace face, int glyph)
    {
        const int wideArguments = 0x0001, scale = 0x0008, more = 0x0020, twoScales = 0x0040, matrix = 0x0080;
        var (from, to) = Outline(face, glyph);
        var outline = face.Data.Slice(face.Tables["glyf"].Offset + from, to - from).ToArray();
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            yield break;
        }

        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            yield return BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            at += 4 + ((flags & wideArguments) != 0 ? 4 : 2);
            at += (flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
    }

    private static (int From, int To) Outline(TypeFace face, int glyph)
    {
        var offsets = face.Data[face.Tables["loca"].Offset..];
        return face.HasLongOffsets
            ? ((int)BinaryPrimitives.ReadUInt32BigEndian(offsets[(4 * glyph)..]), (int)BinaryPrimitives.ReadUInt32BigEndian(offsets[((4 * glyph) + 4)..]))
            : (2 * BinaryPrimitives.ReadUInt16BigEndian(offsets[(2 * glyph)..]), 2 * BinaryPrimitives.ReadUInt16BigEndian(offsets[((2 * glyph) + 2)..]));
    }

    private static byte[] Table(TypeFace face, string name) => face.Data.Slice(face.Tables[name].Offset, face.Tables[name].Length).ToArray();

    private static byte[] Write((string Name, byte[] Data)[] tables)
    {
        var directory = 12 + (16 * tables.Length);
        var file = new byte[directory + tables.Sum(table => Padded(table.Data.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        var power = 1 << (int)Math.Log2(tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 * power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * (tables.Length - power)));
        var at = directory;
        for (var index = 0; index < tables.Length; index++)
        {
            var (name, data) = tables[index];
            data.CopyTo(file, at);
            var record = file.AsSpan(12 + (16 * index));
            Encoding.ASCII.GetBytes(name, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(at, Padded(data.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)data.Length);
            at += Padded(data.Length);
        }

        return file;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var at = 0; at < data.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[at..]));
        }

        return sum;
    }
}
