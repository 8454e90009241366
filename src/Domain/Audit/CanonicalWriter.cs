using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>
/// Writes RFC 8785 (JSON Canonicalization Scheme) as UTF-8: one spelling for equal JSON, so that it can be hashed wherever and however it
/// was stored. The buffer is kept from one value to the next; an instance is for one thread at a time.
/// </summary>
public sealed class CanonicalWriter
{
    /// <summary>Levels of objects and arrays within one another; what lies deeper counts as <c>null</c>.</summary>
    public const int Deepest = 64;

    /// <summary>How deep a reader of stored JSON must be able to go: PostgreSQL itself stores nothing that is nested as deep.</summary>
    public const int DeepestStored = 16_384;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(unit => (byte)unit), (byte)'"', (byte)'\\']);

    private readonly List<Member> _members = [];
    private readonly Comparison<Member> _byName;
    private byte[] _bytes = new byte[1024];
    private byte[] _spare = [];
    private int _length;

    public CanonicalWriter() => _byName = (left, right) => CanonicalName.Compare(NameOf(left), NameOf(right));

    /// <summary>What was written since the last <see cref="Clear"/>; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Bytes that are canonical already: punctuation, a name that needs no escape, what another writer wrote.</summary>
    public void Raw(ReadOnlySpan<byte> canonical)
    {
        canonical.CopyTo(Room(canonical.Length));
        _length += canonical.Length;
    }

    /// <summary>A string in quotes, or <c>null</c>.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        Text(utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, utf8)));
        ArrayPool<byte>.Shared.Return(utf8);
    }

    /// <summary>A string in quotes, from its unescaped UTF-8.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Raw("\""u8);
        for (var at = utf8.IndexOfAny(Escaped); at >= 0; at = utf8.IndexOfAny(Escaped))
        {
            Raw(utf8[..at]);
            Escape(utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        Raw(utf8);
        Raw("\""u8);
    }

    /// <exception cref="ArgumentException">Not finite: JSON has no such number.</exception>
    public void Number(double value) => _length += CanonicalNumber.Write(value, Room(CanonicalNumber.Longest));

    public void Number(long value)
    {
        if (Math.Abs((double)value) >= CanonicalNumber.Exact)
        {
            Number((double)value);
            return;
        }

        value.TryFormat(Room(CanonicalNumber.Longest), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>
    /// A JSON text in any spelling. RFC 8785 knows no number beyond a double, and no reader nests without end; but another program's event
    /// may hold either, and must not keep others from being sealed. Such a number, and what is nested deeper than 64, counts as null.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, or none that has a canonical form (I-JSON, RFC 7493): a name twice in one object, half a
    /// surrogate pair.</exception>
    public void Json(ReadOnlySpan<byte> json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            throw new JsonException("The text is not UTF-8.");
        }

        _members.Clear();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        Value(ref reader);
        reader.Read(); // refuses whatever follows
    }

    private void Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= Deepest:
                reader.Skip();
                Raw("null"u8);
                break;
            case JsonTokenType.StartObject:
                Members(ref reader);
                break;
            case JsonTokenType.StartArray:
                Items(ref reader);
                break;
            case JsonTokenType.String:
                String(ref reader);
                break;
            case JsonTokenType.Number when CanonicalNumber.IsCanonical(reader.ValueSpan):
                Raw(reader.ValueSpan);
                break;
            case JsonTokenType.Number:
                Double(ref reader);
                break;
            default:
                Raw(reader.ValueSpan); // true, false, null
                break;
        }
    }

    private void Items(ref Utf8JsonReader reader)
    {
        Raw("["u8);
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first)
            {
                Raw(","u8);
            }

            Value(ref reader);
        }

        Raw("]"u8);
    }

    /// <summary>Writes the members as they come and puts them in order afterwards: where they already are, nothing is copied.</summary>
    private void Members(ref Utf8JsonReader reader)
    {
        Raw("{"u8);
        var (start, first, isSorted) = (_length, _members.Count, true);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (_members.Count > first)
            {
                Raw(","u8);
            }

            var at = _length;
            String(ref reader);
            var nameEnd = _length;
            Raw(":"u8);
            reader.Read();
            Value(ref reader);
            var member = new Member(at, nameEnd, _length);
            isSorted = isSorted && (_members.Count == first || _byName(_members[^1], member) < 0);
            _members.Add(member);
        }

        if (!isSorted)
        {
            Sort(start, first);
        }

        _members.RemoveRange(first, _members.Count - first);
        Raw("}"u8);
    }

    private void Sort(int start, int first)
    {
        var members = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members)[first..];
        members.Sort(_byName);
        for (var i = 1; i < members.Length; i++)
        {
            if (_byName(members[i - 1], members[i]) == 0)
            {
                throw new JsonException("A name stands twice in one object.");
            }
        }

        if (_spare.Length < _length - start)
        {
            _spare = new byte[_bytes.Length];
        }

        _bytes.AsSpan(start, _length - start).CopyTo(_spare);
        var to = start;
        foreach (var member in members)
        {
            if (to > start)
            {
                _bytes[to++] = (byte)',';
            }

            var size = member.End - member.Start;
            _spare.AsSpan(member.Start - start, size).CopyTo(_bytes.AsSpan(to));
            to += size;
        }
    }

    private void String(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            // A reader lets no raw quote, backslash or control character pass, and nothing else is ever escaped.
            Raw("\""u8);
            Raw(reader.ValueSpan);
            Raw("\""u8);
            return;
        }

        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            Text(unescaped.AsSpan(0, reader.CopyString(unescaped)));
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string holds half a surrogate pair.", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    private void Double(ref Utf8JsonReader reader)
    {
        var value = reader.GetDouble();
        if (double.IsFinite(value))
        {
            Number(value);
        }
        else
        {
            Raw("null"u8);
        }
    }

    private void Escape(byte unit)
    {
        Raw(unit switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\f' => "\\f"u8,
            (byte)'\r' => "\\r"u8,
            < 0x10 => "\\u000"u8,
            _ => "\\u001"u8,
        });
        if (unit < ' ' && unit is not ((byte)'\b' or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r'))
        {
            Raw("0123456789abcdef"u8.Slice(unit & 0xF, 1));
        }
    }

    private ReadOnlySpan<byte> NameOf(Member member) => _bytes.AsSpan(member.Start, member.NameEnd - member.Start)[1..^1];

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }

        return _bytes.AsSpan(_length);
    }

    /// <summary>Where one <c>"name":value</c> lies in the buffer.</summary>
    private readonly record struct Member(int Start, int NameEnd, int End);
}
