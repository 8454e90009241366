using System.Runtime.CompilerServices;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <param name="Tiles">The tiles that the events were sealed in; none where they wait to be sealed.</param>
internal sealed record EventBatch(IReadOnlyList<PlacedEntry> Entries, IReadOnlyList<TileDraft> Tiles);

/// <summary>Reads one tenant's events for a verification: the sealed ones as their tiles name them, then those that wait.</summary>
internal sealed class VerifiedEvents(NpgsqlConnection connection, string tenant)
{
    private const int TilesAtOnce = 24;
    private const int WaitingAtOnce = TilesAtOnce * MerkleTile.Width;

    private const string Sealed = $"select {EntryReading.ColumnsWithoutStreamType} from mt_events e where e.tenant_id = $1 and e.seq_id = any ($2)";

    private const string SealedBetween =
        $"select {EntryReading.ColumnsWithoutStreamType} from mt_events e where e.tenant_id = $1 and e.seq_id between $2 and $3";

    private const string Waiting =
        $"""
        select {EntryReading.ColumnsWithoutStreamType} from mt_events e
        where e.tenant_id = $1 and (e.transaction_id, e.seq_id) > ($2, $3)
        order by e.transaction_id, e.seq_id limit $4
        """;

    private const string BySequence =
        $"select {EntryReading.ColumnsWithoutStreamType} from mt_events e where e.tenant_id = $1 and e.seq_id > $2 order by e.seq_id limit $3";

    private const string TypesOfStreams =
        """
        select wanted.id, s.type from unnest($2::uuid[]) as wanted (id)
        left join lateral (select type from mt_streams where tenant_id = $1 and id = wanted.id limit 1) s on true
        """;

    private const string LastSealed =
        "select transaction_id, seq_id from ledger_checkpoints where tenant_id = $1 order by size desc limit 1";

    private const int RememberedStreams = 50_000;

    private readonly Dictionary<Guid, string> _types = [];

    public Task<long> Count(CancellationToken cancellationToken) => Number("select count(*) from mt_events where tenant_id = $1", cancellationToken);

    public Task<long> CountStreams(CancellationToken cancellationToken) => Number("select count(*) from mt_streams where tenant_id = $1", cancellationToken);

    public async IAsyncEnumerable<EventBatch> Read([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = 0L; await Tiles(next, cancellationToken) is { Count: > 0 } tiles; next = tiles[^1].Tile.Index + 1)
        {
            yield return new(await Entries([.. tiles.SelectMany(tile => tile.Sequences)], cancellationToken), tiles);
        }

        var after = await EndOfSealed(cancellationToken);
        while (await Entries(Waiting, cancellationToken, Transaction(after), Long(after.Sequence), Int(WaitingAtOnce)) is { Count: > 0 } waiting)
        {
            yield return new(waiting, []);
            after = waiting[^1].Position;
        }
    }

    /// <summary>Events that lie before the end of what is sealed and are in no tile: they were put there afterwards.</summary>
    /// <returns>How many there are.</returns>
    public async Task<long> FindInserted(ChainCheck chains, Findings findings, CancellationToken cancellationToken)
    {
        var (count, end) = (0L, await EndOfSealed(cancellationToken));
        var leaves = new LeafIndexes(connection, tenant);
        var after = 0L;
        while (await Entries(BySequence, cancellationToken, Long(after), Int(WaitingAtOnce)) is { Count: > 0 } entries)
        {
            after = entries[^1].Entry.Sequence;
            var inserted = new List<PlacedEntry>();
            foreach (var placed in entries.Where(placed => placed.Position <= end))
            {
                if (await leaves.Of(placed.Position, cancellationToken) is null && await leaves.OfSequence(placed.Entry.Sequence, cancellationToken) is null)
                {
                    inserted.Add(placed);
                    findings.Add(new(
                        FindingCodes.EventInserted, "The event lies before others that are sealed, and was never sealed: it was put there afterwards.",
                        placed.Entry.Sequence));
                }
            }

            count += inserted.Count;
            var hasher = new EntryHasher();
            foreach (var linked in await chains.Link(inserted, cancellationToken))
            {
                chains.Take(linked, LinkedEntry.Hashes(hasher, linked).Chain);
            }
        }

        return count;
    }

    private async Task<Position> EndOfSealed(CancellationToken cancellationToken)
    {
        await using var command = Command(LastSealed);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)) : Position.Start;
    }

    private async Task<IReadOnlyList<TileDraft>> Tiles(long from, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { LedgerTiles.Level(tenant, 0, from, TilesAtOnce) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return [.. (await LedgerTiles.Read(reader, cancellationToken)).Select(tile => tile.Draft)];
    }

    /// <summary>Where they lie side by side, as they mostly do, one range of the index costs a good deal less than each by itself.</summary>
    private async Task<List<PlacedEntry>> Entries(HashSet<long> sequences, CancellationToken cancellationToken)
    {
        var (first, last) = (sequences.DefaultIfEmpty().Min(), sequences.DefaultIfEmpty().Max());
        if (first < 0 || last - first >= 4L * sequences.Count)
        {
            return await Entries(Sealed, cancellationToken, new NpgsqlParameter<long[]> { TypedValue = [.. sequences] });
        }

        var between = await Entries(SealedBetween, cancellationToken, Long(first), Long(last));
        between.RemoveAll(placed => !sequences.Contains(placed.Entry.Sequence));
        return between;
    }

    private async Task<List<PlacedEntry>> Entries(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] more)
    {
        await using var command = Command(sql, more);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<PlacedEntry>(WaitingAtOnce);
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(EntryReading.Read(reader));
        }

        await reader.DisposeAsync();
        await LearnTypes(entries, cancellationToken);
        return entries.ConvertAll(placed => placed with { Entry = placed.Entry with { StreamType = _types[placed.Entry.StreamId] } });
    }

    /// <summary>A stream's type, asked for once for many of its events: to join it to each would cost as much as reading the event.</summary>
    private async Task LearnTypes(List<PlacedEntry> entries, CancellationToken cancellationToken)
    {
        if (_types.Count > RememberedStreams)
        {
            _types.Clear();
        }

        var unknown = entries.Select(placed => placed.Entry.StreamId).Where(stream => !_types.ContainsKey(stream)).Distinct().ToArray();
        if (unknown.Length == 0)
        {
            return;
        }

        await using var command = Command(TypesOfStreams, new NpgsqlParameter<Guid[]> { TypedValue = unknown });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _types[reader.GetGuid(0)] = reader.IsDBNull(1) ? "" : reader.GetString(1);
        }
    }

    private async Task<long> Number(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

#pragma warning disable CA2100 // the constants above
    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] more)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
        command.Parameters.AddRange(more);
        return command;
    }
#pragma warning restore CA2100

    private static NpgsqlParameter<ulong> Transaction(Position position) =>
        new() { TypedValue = position.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 };

    private static NpgsqlParameter<long> Long(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<int> Int(int value) => new() { TypedValue = value };
}
