using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Which leaf an event is. Keeps the tiles around the last one asked for: events asked for in the order of their sequence lie close to one
/// another, because the order of sealing differs from it only around slow transactions.
/// </summary>
internal sealed class LeafIndexes(NpgsqlConnection connection, string tenant)
{
    private const int TilesAtOnce = 32;

    private IReadOnlyList<TileDraft> _tiles = [];
    private Dictionary<long, long> _leaves = [];
    private Position? _end;

    /// <returns>The leaf's index; <c>null</c> where no tile holds the event.</returns>
    public async ValueTask<long?> Of(Position position, CancellationToken cancellationToken)
    {
        if (_leaves.TryGetValue(position.Sequence, out var known))
        {
            return known;
        }

        // Beyond what is sealed, or between the first and the last tile at hand and in none of them.
        if (position >= _end || (_tiles.Count > 1 && _tiles[0].First <= position && position < _tiles[^1].First))
        {
            return null;
        }

        Remember(await Tiles(LedgerTiles.From(tenant, position, TilesAtOnce), cancellationToken));
        if (_leaves.TryGetValue(position.Sequence, out var found))
        {
            return found;
        }

        if (_tiles.Count == 1 || (_tiles.Count == 0 && (await Tiles(LedgerTiles.Level(tenant, 0, 0, 1), cancellationToken)).Count == 0))
        {
            _end = position; // in the last tile and not among its events, or there is no tile at all
        }

        return null;
    }

    /// <summary>The same without knowing where the event stands, for the few whose transaction was altered: looks through all tiles.</summary>
    public async Task<long?> OfSequence(long sequence, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select index * 256 + array_position(sequences, $2) - 1 from ledger_tiles where tenant_id = $1 and level = 0 and $2 = any (sequences) limit 1", connection)
        {
            CommandTimeout = 0,
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<long> { TypedValue = sequence } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async Task<IReadOnlyList<TileDraft>> Tiles(NpgsqlBatchCommand query, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return [.. (await LedgerTiles.Read(reader, cancellationToken)).Select(tile => tile.Draft)];
    }

    private void Remember(IReadOnlyList<TileDraft> tiles)
    {
        _tiles = tiles;
        _leaves = new(tiles.Count * MerkleTile.Width);
        foreach (var tile in tiles)
        {
            for (var i = 0; i < tile.Sequences.Count; i++)
            {
                _leaves[tile.Sequences[i]] = (tile.Tile.Index * MerkleTile.Width) + i;
            }
        }
    }
}
