using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>One firm's keys, unwrapped: to seal what belongs to no client alone, to wrap the clients' keys, and to index blindly.</summary>
public sealed class FirmKeys
{
    public const int KeySize = 32;

    private readonly IReadOnlyDictionary<int, byte[]> _sealing;
    private readonly int _current;
    private readonly byte[] _index;

    /// <param name="sealing">Every version that still opens something.</param>
    /// <param name="current">The version that seals.</param>
    /// <param name="index">The one key of the blind indexes.</param>
    public FirmKeys(IReadOnlyDictionary<int, byte[]> sealing, int current, byte[] index) =>
        (_sealing, _current, _index) = (sealing, current, index);

    /// <param name="place">Where it will lie: the same bytes elsewhere do not open.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place) =>
        SealedBox.Seal(_sealing[_current], _current, plain, Encoding.UTF8.GetBytes(place));

    /// <exception cref="KeyRingException">Sealed by a key that this firm does not have, for another place, or tampered with.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string place)
    {
        try
        {
            return _sealing.TryGetValue(SealedBox.VersionOf(box), out var key)
                ? SealedBox.Open(key, box, Encoding.UTF8.GetBytes(place))
                : throw new KeyRingException($"It was sealed by version {SealedBox.VersionOf(box)} of the firm's key, which is not in the ring.");
        }
        catch (CryptographicException exception)
        {
            throw new KeyRingException("It does not open under the firm's key: it was moved, damaged or tampered with.", exception);
        }
    }

    /// <summary>HMAC-SHA-256 of a value; equal values of different kinds differ.</summary>
    public byte[] IndexBytes(BlindKind kind, string value) =>
        HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes($"{Name(kind)}\0{value}"));

    /// <summary>A delivery's id follows from its bytes: one that is repeated is the same.</summary>
    public Guid IndexDelivery(ReadOnlySpan<byte> raw)
    {
        Span<byte> named = stackalloc byte["item\0raw/"u8.Length + SHA256.HashSizeInBytes];
        Span<byte> index = stackalloc byte[HMACSHA256.HashSizeInBytes];
        "item\0raw/"u8.CopyTo(named);
        SHA256.HashData(raw, named["item\0raw/"u8.Length..]);
        HMACSHA256.HashData(_index, named, index);
        return new Guid(index[..16], bigEndian: true);
    }

    public BlindIndex Index(BlindKind kind, string value) => new(Convert.ToHexStringLower(IndexBytes(kind, value)));

    private static string Name(BlindKind kind) => kind switch
    {
        BlindKind.Phone => "phone",
        BlindKind.User => "user",
        BlindKind.Wamid => "wamid",
        BlindKind.Subject => "subject",
        BlindKind.Lane => "lane",
        BlindKind.PartyName => "party_name",
        BlindKind.Item => "item",
        BlindKind.AppSecret => "app_secret",
        BlindKind.MediaLink => "media_link",
    };
}

/// <summary>What a blind index is of.</summary>
public enum BlindKind
{
    Phone,
    User,
    Wamid,
    Subject,
    Lane,
    PartyName,
    Item,
    AppSecret,
    MediaLink,
}
