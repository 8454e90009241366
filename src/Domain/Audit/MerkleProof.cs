using System.Numerics;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>Which nodes prove something of a tree, and whether given ones do (RFC 9162, sections 2.1.3 and 2.1.4).</summary>
public static class MerkleProof
{
    /// <summary>The path that proves the leaf at <paramref name="index"/> to be in the tree of <paramref name="size"/> leaves, from the leaf upwards.</summary>
    public static IReadOnlyList<MerkleRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<MerkleRange>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            if (index < middle)
            {
                path.Add(new(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new(start, middle));
                start = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>The nodes that prove the tree of <paramref name="from"/> leaves to be the beginning of that of <paramref name="to"/>.</summary>
    public static IReadOnlyList<MerkleRange> Consistency(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = new List<MerkleRange>();
        var (start, end, isWholeTree) = (0L, to, true);
        while (end != from)
        {
            var middle = start + Split(end - start);
            if (from <= middle)
            {
                path.Add(new(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new(start, middle));
                (start, isWholeTree) = (middle, false);
            }
        }

        if (!isWholeTree)
        {
            path.Add(new(start, end));
        }

        path.Reverse();
        return path;
    }

    /// <summary>RFC 9162, section 2.1.3.2.</summary>
    public static bool ProvesInclusion(IReadOnlyList<Digest> path, Digest leaf, long index, long size, Digest root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (place, last, hash) = (index, size - 1, leaf);
        foreach (var node in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleTree.Node(node, hash);
                var up = (place & 1) == 1 ? 0 : BitOperations.TrailingZeroCount(place);
                (place, last) = (place >> up, last >> up);
            }
            else
            {
                hash = MerkleTree.Node(hash, node);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>RFC 9162, section 2.1.4.2. A tree without leaves is the beginning of every tree and is proven by no node.</summary>
    public static bool ProvesConsistency(IReadOnlyList<Digest> path, long from, Digest fromRoot, long to, Digest toRoot)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (from < 0 || from > to)
        {
            return false;
        }

        if (from == 0 || from == to)
        {
            return path.Count == 0 && (from == to ? fromRoot == toRoot : fromRoot == MerkleTree.Empty);
        }

        // Where the first tree is a complete subtree of the second, its own root is the first node, and is left out.
        IEnumerable<Digest> nodes = BitOperations.IsPow2(from) ? path.Prepend(fromRoot) : path;
        var up = BitOperations.TrailingZeroCount(~(from - 1));
        var (place, last) = ((from - 1) >> up, (to - 1) >> up);
        Digest? first = null;
        var (old, whole) = (default(Digest), default(Digest));
        foreach (var node in nodes)
        {
            if (first is null)
            {
                first = old = whole = node;
                continue;
            }

            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                (old, whole) = (MerkleTree.Node(node, old), MerkleTree.Node(node, whole));
                var skip = (place & 1) == 1 || place == 0 ? 0 : BitOperations.TrailingZeroCount(place);
                (place, last) = (place >> skip, last >> skip);
            }
            else
            {
                whole = MerkleTree.Node(whole, node);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return first is not null && last == 0 && old == fromRoot && whole == toRoot;
    }

    /// <summary>The largest power of two below a number of leaves: where a tree divides.</summary>
    private static long Split(long leaves) => 1L << BitOperations.Log2((ulong)(leaves - 1));
}
