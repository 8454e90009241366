using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Npgsql;
using NpgsqlTypes;
using Checkpoint = Lawyers.Hub.Domain.Audit.Checkpoint;
using ShardCheckpoint = Lawyers.Hub.Infrastructure.Projections.Checkpoint;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Puts events into their tenants' trees, in the safe order, and signs where the trees stand. Tiles, checkpoints and the shard's own place
/// are one transaction, so that no event is sealed twice or passed over. It locks nothing that an append needs.
/// </summary>
internal sealed class Sealer(CrossTenantReading database, LedgerKeys keys, SetBackWatch watch, LedgerMetrics metrics, TimeProvider clock)
{
    /// <summary>Events of one transaction at most.</summary>
    public const int AtOnce = 16_384;

    private const int LeavesToATask = 1024;

    private const string After =
        $"""
        select {EntryReading.Columns} from {EntryReading.Tables}
        where (e.transaction_id, e.seq_id) > ($1, $2) and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        order by e.transaction_id, e.seq_id
        limit $3
        """;

    /// <summary>Seals the next events after the shard's checkpoint.</summary>
    /// <param name="shard">The shard's name in the table of checkpoints.</param>
    /// <returns>The checkpoint as it stands now, and how many events were sealed: fewer than <see cref="AtOnce"/> when none is left.</returns>
    public async Task<(ShardCheckpoint Stored, int Sealed)> Seal(
        string shard, ShardCheckpoint stored, SealedTrees trees, CancellationToken cancellationToken)
    {
        var entries = await Read(stored.Reached, cancellationToken);
        if (entries.Count == 0)
        {
            return (stored, 0);
        }

        var leaves = Hash(entries);
        var touched = entries.Select(placed => placed.Entry.Tenant).Distinct().Where(IsFirm).ToHashSet();
        await trees.Load(touched, cancellationToken);
        foreach (var (placed, leaf) in entries.Zip(leaves).Where(pair => touched.Contains(pair.First.Entry.Tenant)))
        {
            trees.Of(placed.Entry.Tenant).Tree.Add(leaf, placed.Position);
        }

        var moved = stored with { Reached = entries[^1].Position };
        var signed = await Write(shard, stored, moved, touched, trees, cancellationToken);
        await watch.Keep(signed, cancellationToken);

        metrics.Sealed(entries.Count, signed.Count, entries[^1].Entry.At, clock.GetUtcNow());
        return (moved, entries.Count);
    }

    private async Task<List<PlacedEntry>> Read(Position after, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new(After)
        {
            Parameters =
            {
                new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long> { TypedValue = after.Sequence },
                new NpgsqlParameter<int> { TypedValue = AtOnce },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var entries = new List<PlacedEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(EntryReading.Read(reader));
        }

        return entries;
    }

    private static Digest[] Hash(List<PlacedEntry> entries)
    {
        var leaves = new Digest[entries.Count];
        Parallel.ForEach(
            Partitioner.Create(0, entries.Count, LeavesToATask),
            static () => new EntryHasher(),
            (range, _, hasher) =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    leaves[i] = LeafOf(hasher, entries[i].Entry);
                }

                return hasher;
            },
            static _ => { });
        return leaves;
    }

    private static Digest LeafOf(EntryHasher hasher, LedgerEntry entry)
    {
        try
        {
            return hasher.Leaf(entry);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new ShardStoppedException(entry.Sequence, "The event's body is no JSON that can be sealed: the table was tampered with.", e);
        }
    }

    private async Task<List<SignedCheckpoint>> Write(
        string shard, ShardCheckpoint from, ShardCheckpoint to, HashSet<string> tenants, SealedTrees trees, CancellationToken cancellationToken)
    {
        using var key = await keys.Current(cancellationToken);
        var now = clock.GetUtcNow();
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var signed = new List<SignedCheckpoint>(tenants.Count);
        await using var transaction = await database.Begin(cancellationToken);
        await using var batch = transaction.Batch();
        foreach (var tenant in tenants)
        {
            var tree = trees.Of(tenant);
            var id = new TenantId(Guid.Parse(tenant));
            var checkpoint = SignedCheckpoint.Sign(new Checkpoint(id, tree.Tree.Size, tree.Tree.Root(), at, tree.Previous), key);
            batch.BatchCommands.Add(TenantSetting.For(id));
            foreach (var draft in tree.Tree.TakeChanged())
            {
                batch.BatchCommands.Add(LedgerTiles.Put(tenant, draft));
            }

            batch.BatchCommands.Add(Insert(tenant, checkpoint, tree.Tree.Last));
            signed.Add(checkpoint);
            trees.Sealed(tenant, checkpoint);
        }

        batch.BatchCommands.Add(Projections.Checkpoints.Moving(shard, from, to.Reached));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.Commit(cancellationToken);
        return signed;
    }

    // Another program may have written events of no tenant; they belong to nobody's ledger.
    private static bool IsFirm(string tenant) => Guid.TryParse(tenant, out var id) && new TenantId(id).ToString() == tenant;

    private static NpgsqlBatchCommand Insert(string tenant, SignedCheckpoint checkpoint, Position last) =>
        new("insert into ledger_checkpoints (tenant_id, size, jws, transaction_id, seq_id) values ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<long> { TypedValue = checkpoint.Checkpoint.Size },
                new NpgsqlParameter<string> { TypedValue = checkpoint.Jws },
                new NpgsqlParameter<ulong> { TypedValue = last.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long> { TypedValue = last.Sequence },
            },
        };
}
