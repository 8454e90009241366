using System.Security.Cryptography;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>The hashes of RFC 9162, section 2.1.1: leaves and inner nodes are told apart by their first byte.</summary>
public static class MerkleTree
{
    /// <summary>What stands before the bytes of a leaf.</summary>
    public const byte LeafPrefix = 0;

    private const byte NodePrefix = 1;

    /// <summary>The root of a tree without leaves: the SHA-256 of nothing.</summary>
    public static readonly Digest Empty = Digest.Of([]);

    public static Digest Leaf(ReadOnlySpan<byte> entry) => Digest.Of([LeafPrefix, .. entry]);

    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Digest.Size)];
        both[0] = NodePrefix;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Digest.Size)..]);
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(both, hash);
        return new(hash);
    }
}
