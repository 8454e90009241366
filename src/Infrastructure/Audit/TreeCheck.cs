using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Grows the tree anew, leaf by leaf, and compares it with its tiles and checkpoints. Where an event is not what its tile says, the tile's
/// hash goes on: so one forgery is one finding, and the checkpoints still say whether the tile is right.
/// </summary>
internal sealed class TreeCheck(NpgsqlConnection connection, string tenant, CheckpointCheck checkpoints, Findings findings)
{
    private readonly MerkleFrontier _tree = new();
    private readonly Dictionary<int, TileDraft> _above = [];

    public long Size => _tree.Size;

    /// <summary>Whether every tile was there.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <param name="tiles">The next tiles of leaves, in their order.</param>
    /// <param name="events">The tenant's events of these tiles by their sequence, with their recomputed leaf and whether their chain holds.</param>
    public async Task Take(IReadOnlyList<TileDraft> tiles, IReadOnlyDictionary<long, (Digest? Leaf, bool IsSound)> events, CancellationToken cancellationToken)
    {
        foreach (var tile in tiles.TakeWhile(_ => IsWhole))
        {
            if (tile.Tile.Index * MerkleTile.Width != Size || tile.Sequences.Count != tile.Hashes.Count)
            {
                IsWhole = false;
                findings.Add(new(FindingCodes.TileMissing, "The leaves that should follow here are missing from the ledger.", LeafIndex: Size));
                return;
            }

            for (var i = 0; i < tile.Hashes.Count; i++)
            {
                Compare(tile.Sequences[i], tile.Hashes[i], events);
                _tree.Add(tile.Hashes[i]);
                await checkpoints.Take(_tree, cancellationToken);
            }

            await CompareAbove(cancellationToken);
        }
    }

    public async Task TakeEnd(CancellationToken cancellationToken)
    {
        if (Size == 0)
        {
            await checkpoints.Take(_tree, cancellationToken);
        }

        await checkpoints.TakeEnd(Size, cancellationToken);
    }

    private void Compare(long sequence, Digest leaf, IReadOnlyDictionary<long, (Digest? Leaf, bool IsSound)> events)
    {
        if (!events.TryGetValue(sequence, out var found))
        {
            findings.Add(new(FindingCodes.EventRemoved, "The event was sealed and is there no more.", sequence, Size));
        }
        else if (found.Leaf != leaf && found.IsSound)
        {
            findings.Add(new(FindingCodes.EventChanged, "The event is not what was sealed: its leaf does not match.", sequence, Size));
        }
    }

    /// <summary>A full tile's root stands in the tile above it.</summary>
    private async Task CompareAbove(CancellationToken cancellationToken)
    {
        for (var level = 1; Size % (1L << (level * MerkleTile.Height)) == 0; level++)
        {
            var place = (Size >> (level * MerkleTile.Height)) - 1;
            var tile = new MerkleTile(level, place / MerkleTile.Width);
            if (!_above.TryGetValue(level, out var above) || above.Tile != tile)
            {
                above = _above[level] = await Read(tile, cancellationToken);
            }

            var at = (int)(place % MerkleTile.Width);
            if (at >= above.Hashes.Count || above.Hashes[at] != _tree.LastComplete(level * MerkleTile.Height))
            {
                findings.Add(new(
                    FindingCodes.TileAltered, $"Hash {at} of tile {tile.Index} in level {level} is not that of the leaves below it.",
                    LeafIndex: Size - (1L << (level * MerkleTile.Height))));
            }
        }
    }

    private async Task<TileDraft> Read(MerkleTile tile, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { LedgerTiles.Level(tenant, tile.Level, tile.Index, 1) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await LedgerTiles.Read(reader, cancellationToken) is [var (_, draft)] && draft.Tile == tile ? draft : new(tile, [], [], default);
    }
}
