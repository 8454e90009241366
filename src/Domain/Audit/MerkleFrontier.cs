using System.Numerics;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>
/// The right edge of a growing Merkle tree: the roots of its complete subtrees, one for each bit of its size. All that is needed to add
/// leaves and to name the root at every size, in constant memory.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly Digest[] _subtrees = new Digest[8 * sizeof(long)];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Goes on from a tree of this size.</summary>
    /// <param name="size">Its leaves.</param>
    /// <param name="subtree">The root of its complete subtree of 2^level leaves; asked for each bit that is set in the size.</param>
    public static MerkleFrontier Resume(long size, Func<int, Digest> subtree)
    {
        ArgumentNullException.ThrowIfNull(subtree);
        var frontier = new MerkleFrontier { Size = size };
        for (var rest = size; rest != 0; rest &= rest - 1)
        {
            var level = BitOperations.TrailingZeroCount(rest);
            frontier._subtrees[level] = subtree(level);
        }

        return frontier;
    }

    public void Add(Digest leaf)
    {
        var (node, level) = (leaf, 0);
        for (; (Size >> level & 1) == 1; level++)
        {
            // The left half has gone into the node above: its place is free, and keeps the right half for LastComplete.
            (node, _subtrees[level]) = (MerkleTree.Node(_subtrees[level], node), node);
        }

        _subtrees[level] = node;
        Size++;
    }

    /// <summary>The root of the last 2^level leaves.</summary>
    /// <param name="level">The size must be a multiple of 2^level, and the last leaf have come by <see cref="Add"/>.</param>
    public Digest LastComplete(int level) => BitOperations.TrailingZeroCount(Size) >= level && Size > 0
        ? _subtrees[level]
        : throw new InvalidOperationException($"The last 2^{level} of {Size} leaves are no subtree.");

    /// <summary>The root of all leaves (RFC 9162, section 2.1.1).</summary>
    public Digest Root()
    {
        if (Size == 0)
        {
            return MerkleTree.Empty;
        }

        var lowest = BitOperations.TrailingZeroCount(Size);
        var root = _subtrees[lowest];
        for (var level = lowest + 1; Size >> level != 0; level++)
        {
            root = (Size >> level & 1) == 1 ? MerkleTree.Node(_subtrees[level], root) : root;
        }

        return root;
    }
}
