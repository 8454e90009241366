using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>Reads one tenant's checkpoints and proves from its tiles.</summary>
public sealed class LedgerReader(HubDataSource database) : ILedger
{
    private const string OneEvent = $"select {EntryReading.Columns} from {EntryReading.Tables} where e.tenant_id = $1 and e.seq_id = $2";

    private const string NewestFirst = "select jws from ledger_checkpoints where tenant_id = $1 and size < $2 order by size desc limit $3";

    private const string OldestFirst = "select jws from ledger_checkpoints where tenant_id = $1 and size > $2 order by size limit $3";

    private const string Covering =
        """
        (select jws from ledger_checkpoints where tenant_id = $1 and size > $2 order by size limit 1)
        union all
        (select jws from ledger_checkpoints where tenant_id = $1 order by size desc limit 1)
        """;

    // Below the newest checkpoint's last event nothing waits: the safe order lets nothing pass behind it.
    private const string Waiting =
        """
        select count(*), min(timestamp) from (
            select e.timestamp from mt_events e
            where e.tenant_id = $1 and (e.transaction_id, e.seq_id) > (
                coalesce((select c.transaction_id from ledger_checkpoints c where c.tenant_id = $1 order by c.size desc limit 1), '0'::xid8),
                coalesce((select c.seq_id from ledger_checkpoints c where c.tenant_id = $1 order by c.size desc limit 1), 0))
            limit $2) waiting
        """;

    public async Task<Page<SignedCheckpoint>> Checkpoints(
        TenantId tenant, long? after, int limit, bool newestFirst, CancellationToken cancellationToken)
    {
        var items = await CheckpointsOf(
            new NpgsqlBatchCommand(newestFirst ? NewestFirst : OldestFirst)
            {
                Parameters = { Text(tenant), Number(after ?? (newestFirst ? long.MaxValue : 0)), new NpgsqlParameter<int> { TypedValue = limit } },
            },
            tenant, cancellationToken);
        return new(items, items.Count < limit ? null : items[^1].Checkpoint.Size.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<Result<ConsistencyProof>> Consistency(TenantId tenant, long from, long to, CancellationToken cancellationToken)
    {
        if (from <= 0 || from > to)
        {
            return LedgerRefusals.WrongOrder;
        }

        var ends = await CheckpointsOf(
            new NpgsqlBatchCommand("select jws from ledger_checkpoints where tenant_id = $1 and size in ($2, $3) order by size")
            {
                Parameters = { Text(tenant), Number(from), Number(to) },
            },
            tenant, cancellationToken);
        return ends.Count > 0 && ends[0].Checkpoint.Size == from && ends[^1].Checkpoint.Size == to
            ? new ConsistencyProof(ends[0], ends[^1], await Hashes(tenant, MerkleProof.Consistency(from, to), cancellationToken))
            : LedgerRefusals.NoCheckpoint;
    }

    public async Task<Result<EventProof>> Prove(TenantId tenant, long sequence, CancellationToken cancellationToken)
    {
        if (await Find(tenant, sequence, cancellationToken) is not { } placed)
        {
            return LedgerRefusals.NoEvent;
        }

        if (await LeafIndexOf(tenant, placed.Position, cancellationToken) is not { } index)
        {
            return LedgerRefusals.NotSealedYet;
        }

        var covering = await CheckpointsOf(
            new NpgsqlBatchCommand(Covering) { Parameters = { Text(tenant), Number(index) } }, tenant, cancellationToken);
        if (covering is not [var first, var latest])
        {
            return LedgerRefusals.NoCheckpoint;
        }

        var hasher = new EntryHasher();
        var (size, end) = (first.Checkpoint.Size, latest.Checkpoint.Size);
        var inclusion = MerkleProof.Inclusion(index, size);
        var hashes = await Hashes(tenant, [.. inclusion, .. MerkleProof.Consistency(size, end)], cancellationToken);
        return new EventProof(
            sequence, Encoding.UTF8.GetString(hasher.LeafText(placed.Entry)), hasher.Leaf(placed.Entry), index, first,
            [.. hashes.Take(inclusion.Count)], latest, [.. hashes.Skip(inclusion.Count)]);
    }

    public async Task<LedgerStatus> Status(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(NewestFirst) { Parameters = { Text(tenant), Number(long.MaxValue), new NpgsqlParameter<int> { TypedValue = 1 } } });
        batch.BatchCommands.Add(new(Waiting) { Parameters = { Text(tenant), new NpgsqlParameter<int> { TypedValue = LedgerStatus.MostCounted } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var newest = await reader.ReadAsync(cancellationToken) ? Read(reader.GetString(0), tenant) : null;
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(
            newest?.Checkpoint.Size ?? 0, newest, reader.GetInt64(0),
            await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }

    private async Task<PlacedEntry?> Find(TenantId tenant, long sequence, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(OneEvent) { Parameters = { Text(tenant), Number(sequence) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? EntryReading.Read(reader) : null;
    }

    private async Task<long?> LeafIndexOf(TenantId tenant, Position position, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(LedgerTiles.From(tenant.ToString(), position, 1));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (await LedgerTiles.Read(reader, cancellationToken)) is [var (_, draft)] && draft.Sequences.IndexOf(position.Sequence) is >= 0 and var place
            ? (draft.Tile.Index * MerkleTile.Width) + place
            : null;
    }

    private async Task<IReadOnlyList<Digest>> Hashes(TenantId tenant, IReadOnlyList<MerkleRange> ranges, CancellationToken cancellationToken)
    {
        var wanted = ranges.SelectMany(range => range.Subtrees()).Select(node => (tenant.ToString(), MerkleTile.Of(node).Tile)).Distinct().ToArray();
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(LedgerTiles.At(wanted));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var tiles = (await LedgerTiles.Read(reader, cancellationToken)).ToDictionary(tile => tile.Draft.Tile, tile => tile.Draft.Hashes);
        return [.. ranges.Select(range => range.Hash(node =>
        {
            var (tile, first, count) = MerkleTile.Of(node);
            return MerkleTile.Fold(tiles[tile].Slice(first, count).ToArray());
        }))];
    }

    private async Task<IReadOnlyList<SignedCheckpoint>> CheckpointsOf(NpgsqlBatchCommand command, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var checkpoints = new List<SignedCheckpoint>();
        while (await reader.ReadAsync(cancellationToken))
        {
            checkpoints.Add(Read(reader.GetString(0), tenant));
        }

        return checkpoints;
    }

    private static SignedCheckpoint Read(string jws, TenantId tenant) => SignedCheckpoint.Read(jws)
        ?? throw new InvalidDataException($"A checkpoint of firm {tenant} is no JWS any more: somebody altered it. A verification says which.");

    private static NpgsqlParameter<string> Text(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };
}
