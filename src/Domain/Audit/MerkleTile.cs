namespace Lawyers.Hub.Domain.Audit;

/// <summary>
/// Where <see cref="Width"/> hashes of a stored tree lie together: those of leaves in level 0, those of whole tiles of the level below above
/// it. A full tile never changes; only the last of each level grows.
/// </summary>
public readonly record struct MerkleTile(int Level, long Index)
{
    public const int Width = 1 << Height;

    /// <summary>Levels of the tree in one level of tiles.</summary>
    public const int Height = 8;

    /// <summary>The tile that a node is made from, and which of its hashes: the first, and how many.</summary>
    public static (MerkleTile Tile, int First, int Count) Of(MerkleNode node)
    {
        var level = node.Level / Height;
        var count = 1 << (node.Level % Height);
        var first = node.Index * count;
        return (new(level, first / Width), (int)(first % Width), count);
    }

    /// <summary>The tiles that are not full in a tree of this size, one for each level that has any.</summary>
    public static IEnumerable<(MerkleTile Tile, int Count)> Growing(long size)
    {
        for (var (level, hashes) = (0, size); hashes > 0; (level, hashes) = (level + 1, hashes / Width))
        {
            if (hashes % Width > 0)
            {
                yield return (new(level, hashes / Width), (int)(hashes % Width));
            }
        }
    }

    /// <summary>The root over a power of two of hashes that stand side by side.</summary>
    public static Digest Fold(ReadOnlySpan<Digest> hashes) =>
        hashes.Length == 1 ? hashes[0] : MerkleTree.Node(Fold(hashes[..(hashes.Length / 2)]), Fold(hashes[(hashes.Length / 2)..]));
}
