using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>
/// How a file is sealed: a head with format, version of the client's key and salt, then chunks of AES-256-GCM under a key of the file's own, which follows
/// from the client's key, the salt and the file's place. A chunk's number and whether it is the last are part of its nonce: none can be
/// moved, doubled or left off.
/// </summary>
internal sealed class FileSeal : IDisposable
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int HeadSize = 1 + sizeof(int) + SaltSize;

    private const byte Format = 1;
    private const int SaltSize = 32;
    private const int NonceSize = 12;

    private readonly AesGcm _aes;

    private FileSeal(ReadOnlySpan<byte> clientKey, ReadOnlySpan<byte> salt, Guid place)
    {
        Span<byte> key = stackalloc byte[32];
        Span<byte> info = stackalloc byte["media/"u8.Length + 16];
        "media/"u8.CopyTo(info);
        place.TryWriteBytes(info["media/"u8.Length..], bigEndian: true, out _);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, clientKey, key, salt, info);
        _aes = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>A new seal, and the head to write before the chunks.</summary>
    public static FileSeal New(ReadOnlySpan<byte> clientKey, int version, Guid place, out byte[] head)
    {
        head = new byte[HeadSize];
        head[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), version);
        RandomNumberGenerator.Fill(head.AsSpan(1 + sizeof(int)));
        return new FileSeal(clientKey, head.AsSpan(1 + sizeof(int)), place);
    }

    /// <exception cref="CryptographicException">It is no sealed file.</exception>
    public static FileSeal Of(ReadOnlySpan<byte> clientKey, ReadOnlySpan<byte> head, Guid place) => head.Length == HeadSize && head[0] == Format
        ? new FileSeal(clientKey, head[(1 + sizeof(int))..], place)
        : throw new CryptographicException("This is no sealed file.");

    /// <param name="sealedChunk">As long as the plain one and a tag.</param>
    public void Seal(uint number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        _aes.Encrypt(NonceOf(number, isLast, nonce), plain, sealedChunk[..plain.Length], sealedChunk[plain.Length..]);
    }

    /// <exception cref="CryptographicException">Another key or place, another order, cut off, or tampered with.</exception>
    public void Open(uint number, bool isLast, ReadOnlySpan<byte> sealedChunk, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        _aes.Decrypt(NonceOf(number, isLast, nonce), sealedChunk[..^TagSize], sealedChunk[^TagSize..], plain);
    }

    public void Dispose() => _aes.Dispose();

    private static Span<byte> NonceOf(uint number, bool isLast, Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
