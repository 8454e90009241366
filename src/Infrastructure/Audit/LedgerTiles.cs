using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>The statements on <c>ledger_tiles</c>.</summary>
internal static class LedgerTiles
{
    private const string Columns = "t.tenant_id, t.level, t.index, t.hashes, t.sequences, t.first_transaction, t.first_sequence";

    /// <summary>Tiles by their addresses, each of its own tenant.</summary>
    public static NpgsqlBatchCommand At(IReadOnlyCollection<(string Tenant, MerkleTile Tile)> wanted) => new(
        $"""
        select {Columns} from unnest($1::varchar[], $2::smallint[], $3::bigint[]) as w (tenant_id, level, index)
        join ledger_tiles t on t.tenant_id = w.tenant_id and t.level = w.level and t.index = w.index
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<string[]> { TypedValue = [.. wanted.Select(tile => tile.Tenant)] },
            new NpgsqlParameter<short[]> { TypedValue = [.. wanted.Select(tile => (short)tile.Tile.Level)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. wanted.Select(tile => tile.Tile.Index)] },
        },
    };

    /// <summary>The tile that an event at this position lies in, if it is sealed, and the ones after it.</summary>
    public static NpgsqlBatchCommand From(string tenant, Position position, int count) => new(
        $"""
        select {Columns} from ledger_tiles t
        where t.tenant_id = $1 and t.level = 0 and (t.first_transaction, t.first_sequence) >= (
            select b.first_transaction, b.first_sequence from ledger_tiles b
            where b.tenant_id = $1 and b.level = 0 and (b.first_transaction, b.first_sequence) <= ($2, $3)
            order by b.first_transaction desc, b.first_sequence desc limit 1)
        order by t.first_transaction, t.first_sequence limit $4
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = tenant },
            new NpgsqlParameter<ulong> { TypedValue = position.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
            new NpgsqlParameter<long> { TypedValue = position.Sequence },
            new NpgsqlParameter<int> { TypedValue = count },
        },
    };

    /// <summary>Tiles of one level by their index.</summary>
    public static NpgsqlBatchCommand Level(string tenant, int level, long from, int count) => new(
        $"select {Columns} from ledger_tiles t where t.tenant_id = $1 and t.level = $2 and t.index >= $3 order by t.index limit $4")
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = tenant },
            new NpgsqlParameter<short> { TypedValue = (short)level },
            new NpgsqlParameter<long> { TypedValue = from },
            new NpgsqlParameter<int> { TypedValue = count },
        },
    };

    /// <summary>A new tile, or a longer one in place of a shorter.</summary>
    public static NpgsqlBatchCommand Put(string tenant, TileDraft draft)
    {
        var isLeaves = draft.Tile.Level == 0;
        return new(
            """
            insert into ledger_tiles (tenant_id, level, index, hashes, sequences, first_transaction, first_sequence)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, level, index) do update set hashes = excluded.hashes, sequences = excluded.sequences
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<short> { TypedValue = (short)draft.Tile.Level },
                new NpgsqlParameter<long> { TypedValue = draft.Tile.Index },
                new NpgsqlParameter<byte[]> { TypedValue = draft.Bytes() },
                new NpgsqlParameter { Value = isLeaves ? draft.Sequences.ToArray() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new NpgsqlParameter { Value = isLeaves ? draft.First.Transaction : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter { Value = isLeaves ? draft.First.Sequence : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
            },
        };
    }

    public static async Task<List<(string Tenant, TileDraft Draft)>> Read(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var tiles = new List<(string, TileDraft)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var isLeaves = !reader.IsDBNull(4);
            tiles.Add((reader.GetString(0), new(
                new(reader.GetInt16(1), reader.GetInt64(2)),
                TileDraft.HashesOf(reader.GetFieldValue<byte[]>(3)),
                isLeaves ? reader.GetFieldValue<List<long>>(4) : [],
                isLeaves ? new Position(reader.GetFieldValue<ulong>(5), reader.GetInt64(6)) : default)));
        }

        return tiles;
    }
}
