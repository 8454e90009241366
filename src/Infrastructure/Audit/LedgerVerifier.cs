using System.Collections.Concurrent;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Recomputes one tenant's chains, leaves, roots and signatures from what is stored, as of one instant, in one pass over the events and in
/// constant memory: while one batch is hashed on all cores, the next one is read.
/// </summary>
public sealed class LedgerVerifier(HubDataSource database, LedgerKeys keys, KeptCheckpoints kept) : ILedgerVerifier
{
    private const int EventsToATask = 512;

    public async Task<LedgerVerification> Verify(
        TenantId tenant, IReadOnlyList<SignedCheckpoint> trusted, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        var own = await keys.Own(cancellationToken);
        SignedCheckpoint[] elsewhere = kept.Read(tenant) is { } beside ? [beside, .. trusted] : [.. trusted];
        await using var transaction = await database.BeginInstant(tenant, cancellationToken);
        var findings = new Findings();
        var events = new VerifiedEvents(transaction.Connection, tenant.ToString());
        var chains = new ChainCheck(transaction.Connection, tenant.ToString(), findings);
        var checkpoints = new CheckpointCheck(transaction.Connection, tenant, own, elsewhere, findings);
        var tree = new TreeCheck(transaction.Connection, tenant.ToString(), checkpoints, findings);

        var total = await events.Count(cancellationToken);
        var done = 0L;
        Task<HashedBatch>? hashing = null;
        await foreach (var batch in events.Read(cancellationToken))
        {
            var linked = await chains.Link(batch.Entries, cancellationToken);
            if (hashing is not null)
            {
                done += await Take(await hashing, chains, tree, cancellationToken);
                progress?.Report(new(done, total));
            }

            hashing = Task.Run(() => Hash(batch, linked), cancellationToken);
        }

        if (hashing is not null)
        {
            done += await Take(await hashing, chains, tree, cancellationToken);
        }

        await chains.TakeEnds(cancellationToken);
        await tree.TakeEnd(cancellationToken);
        if (done < total && tree.IsWhole)
        {
            done += await events.FindInserted(chains, findings, cancellationToken);
        }

        progress?.Report(new(done, total));
        return new(
            total, await events.CountStreams(cancellationToken), tree.Size, checkpoints.Count, findings.Breaks, findings.Ledger, findings.Count);
    }

    private static async Task<int> Take(HashedBatch hashed, ChainCheck chains, TreeCheck tree, CancellationToken cancellationToken)
    {
        var sound = new Dictionary<long, (Digest? Leaf, bool IsSound)>(hashed.Linked.Length);
        for (var i = 0; i < hashed.Linked.Length; i++)
        {
            var (leaf, chain) = hashed.Hashes[i];
            sound[hashed.Linked[i].Entry.Sequence] = (leaf, chains.Take(hashed.Linked[i], chain));
        }

        await tree.Take(hashed.Batch.Tiles, sound, cancellationToken);
        return hashed.Linked.Length;
    }

    private static HashedBatch Hash(EventBatch batch, LinkedEntry[] linked)
    {
        var hashes = new (Digest?, Digest?)[linked.Length];
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, linked.Length), EventsToATask),
            static () => new EntryHasher(),
            (range, _, hasher) =>
            {
                for (var i = range.Item1; i < Math.Min(range.Item2, linked.Length); i++)
                {
                    hashes[i] = LinkedEntry.Hashes(hasher, linked[i]);
                }

                return hasher;
            },
            static _ => { });
        return new(batch, linked, hashes);
    }

    private sealed record HashedBatch(EventBatch Batch, LinkedEntry[] Linked, (Digest? Leaf, Digest? Chain)[] Hashes);
}
