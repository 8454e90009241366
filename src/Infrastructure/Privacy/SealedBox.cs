using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>AES-256-GCM with everything it needs to be opened but the key: format, key version, nonce, ciphertext, tag.</summary>
internal static class SealedBox
{
    private const byte Format = 1;
    private const int NonceAt = 5;
    private const int CipherAt = NonceAt + 12;
    private const int TagSize = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, int version, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var box = new byte[CipherAt + plain.Length + TagSize];
        box[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(1), version);
        RandomNumberGenerator.Fill(box.AsSpan(NonceAt, CipherAt - NonceAt));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            box.AsSpan(NonceAt, CipherAt - NonceAt), plain, box.AsSpan(CipherAt, plain.Length), box.AsSpan(CipherAt + plain.Length), associated);
        return box;
    }

    public static int VersionOf(ReadOnlySpan<byte> box) => box.Length >= CipherAt + TagSize && box[0] == Format
        ? BinaryPrimitives.ReadInt32BigEndian(box[1..])
        : throw new CryptographicException("This is no sealed box.");

    /// <exception cref="CryptographicException">Another key, another association, or tampered with.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        VersionOf(box);
        var plain = new byte[box.Length - CipherAt - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[NonceAt..CipherAt], box.Slice(CipherAt, plain.Length), box[^TagSize..], plain, associated);
        return plain;
    }
}
