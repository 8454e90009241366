using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>A tile as far as it is filled.</summary>
/// <param name="First">Where the first event of a level-0 tile stands in the safe order.</param>
internal sealed record TileDraft(MerkleTile Tile, List<Digest> Hashes, List<long> Sequences, Position First)
{
    public bool IsFull => Hashes.Count == MerkleTile.Width;

    public byte[] Bytes()
    {
        var bytes = new byte[Hashes.Count * Digest.Size];
        for (var i = 0; i < Hashes.Count; i++)
        {
            Hashes[i].CopyTo(bytes.AsSpan(i * Digest.Size));
        }

        return bytes;
    }

    public static List<Digest> HashesOf(byte[] bytes)
    {
        var hashes = new List<Digest>(MerkleTile.Width);
        for (var at = 0; at < bytes.Length; at += Digest.Size)
        {
            hashes.Add(new Digest(bytes.AsSpan(at, Digest.Size)));
        }

        return hashes;
    }
}

/// <summary>One tenant's tree while leaves are added: its right edge, and the tiles that are not written yet.</summary>
internal sealed class GrowingTree
{
    private readonly MerkleFrontier _frontier;
    private readonly Dictionary<int, TileDraft> _growing;
    private readonly List<TileDraft> _changed = [];

    private GrowingTree(MerkleFrontier frontier, Dictionary<int, TileDraft> growing) => (_frontier, _growing) = (frontier, growing);

    /// <param name="size">Leaves so far.</param>
    /// <param name="growing">Its <see cref="MerkleTile.Growing"/> tiles, as they are stored; they may hold more than this size knows of.</param>
    public static GrowingTree Resume(long size, IEnumerable<TileDraft> growing)
    {
        var tiles = growing.ToDictionary(draft => draft.Tile.Level);
        var frontier = MerkleFrontier.Resume(size, level =>
        {
            var (tile, first, count) = MerkleTile.Of(new MerkleNode(level, (size >> level) - 1));
            return MerkleTile.Fold(tiles[tile.Level].Hashes.Slice(first, count).ToArray());
        });
        return new(frontier, tiles);
    }

    public long Size => _frontier.Size;

    public Position Last { get; private set; }

    public Digest Root() => _frontier.Root();

    public void Add(Digest leaf, Position position)
    {
        Put(0, leaf, position);
        _frontier.Add(leaf);
        Last = position;
        for (var level = 1; Size % (1L << (level * MerkleTile.Height)) == 0; level++)
        {
            Put(level, _frontier.LastComplete(level * MerkleTile.Height), default);
        }
    }

    /// <summary>The tiles that grew since they were last taken.</summary>
    public IReadOnlyList<TileDraft> TakeChanged()
    {
        var changed = _changed.ToArray();
        _changed.Clear();
        return changed;
    }

    private void Put(int level, Digest hash, Position position)
    {
        if (!_growing.TryGetValue(level, out var draft) || draft.IsFull)
        {
            draft = new(new(level, Size >> (level * MerkleTile.Height) >> MerkleTile.Height), new(MerkleTile.Width), [], position);
            _growing[level] = draft;
            _changed.Add(draft);
        }
        else if (!_changed.Contains(draft))
        {
            _changed.Add(draft);
        }

        draft.Hashes.Add(hash);
        if (level == 0)
        {
            draft.Sequences.Add(position.Sequence);
        }
    }
}
