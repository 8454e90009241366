using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>A SHA-256 value of 32 bytes, compared as a whole. Printed as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest
{
    /// <summary>In bytes.</summary>
    public const int Size = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <param name="bytes">Exactly <see cref="Size"/> of them.</param>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A digest has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The SHA-256 of these bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return new(hash);
    }

    /// <summary>Reads what <see cref="ToString"/> prints, in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (hex?.Length == 2 * Size && Convert.FromHexString(hex, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == Size)
        {
            digest = new(bytes);
            return true;
        }

        digest = default;
        return false;
    }

    public void CopyTo(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt64BigEndian(into, _first);
        BinaryPrimitives.WriteUInt64BigEndian(into[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(into[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(into[24..], _fourth);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
