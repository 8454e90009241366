using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>Checks the stored checkpoints one after the other: signature, place, link, and the root as the tree grows past them.</summary>
/// <param name="trusted">Checkpoints from elsewhere: only what they sealed is compared.</param>
/// <param name="keys">The keys of this installation by their id.</param>
internal sealed class CheckpointCheck(
    NpgsqlConnection connection, TenantId tenant, IReadOnlyDictionary<string, VerificationKey> keys, IReadOnlyList<SignedCheckpoint> trusted, Findings findings)
{
    private const int Page = 256;

    private readonly Queue<SignedCheckpoint> _trusted = new(trusted.OrderBy(checkpoint => checkpoint.Checkpoint.Size));
    private readonly Queue<(long Size, SignedCheckpoint? Signed)> _next = new();
    private long _read;
    private bool _isEnd;
    private Digest? _previous;
    private bool _rootsDiffer;

    public long Count { get; private set; }

    /// <summary>The size of the last checkpoint there is.</summary>
    public long Newest { get; private set; }

    /// <summary>The tree has this many leaves now: compares the checkpoints of this size.</summary>
    public async Task Take(MerkleFrontier tree, CancellationToken cancellationToken)
    {
        if (_next.Count == 0 && !_isEnd)
        {
            await ReadOn(cancellationToken);
        }

        while (_next.TryPeek(out var stored) && stored.Size <= tree.Size)
        {
            _next.Dequeue();
            if (stored.Signed is { } signed && stored.Size == signed.Checkpoint.Size && stored.Size == tree.Size)
            {
                CompareRoot(tree, signed);
            }

            if (_next.Count == 0 && !_isEnd)
            {
                await ReadOn(cancellationToken);
            }
        }

        while (_trusted.TryPeek(out var kept) && kept.Checkpoint.Size <= tree.Size)
        {
            if (kept.Checkpoint.Size == tree.Size && IsOurs(kept) && tree.Root() != kept.Checkpoint.Root)
            {
                findings.Add(new(
                    FindingCodes.TrustedMismatch, "The first events are no longer those that this trusted checkpoint sealed.", CheckpointSize: tree.Size));
            }

            _trusted.Dequeue();
        }
    }

    /// <summary>The tree is at its end: what is left lies beyond it.</summary>
    /// <param name="leaves">How many leaves it has.</param>
    public async Task TakeEnd(long leaves, CancellationToken cancellationToken)
    {
        while (!_isEnd || _next.Count > 0)
        {
            while (_next.TryDequeue(out var beyond))
            {
                findings.Add(new(
                    FindingCodes.RootMismatch, $"The checkpoint covers {beyond.Size} events, but the tree holds only {leaves}.", CheckpointSize: beyond.Size));
            }

            if (!_isEnd)
            {
                await ReadOn(cancellationToken);
            }
        }

        if (Newest < leaves)
        {
            findings.Add(new(
                FindingCodes.CheckpointMissing, $"The tree holds {leaves} events, but the newest checkpoint covers {Newest}: later ones were removed.",
                LeafIndex: Newest, CheckpointSize: Newest));
        }

        foreach (var kept in _trusted.Where(IsOurs))
        {
            findings.Add(new(
                FindingCodes.SetBack,
                $"A checkpoint kept elsewhere covers {kept.Checkpoint.Size} events, but the tree holds only {leaves}: the database was set back to an earlier state.",
                LeafIndex: leaves, CheckpointSize: kept.Checkpoint.Size));
        }
    }

    private void CompareRoot(MerkleFrontier tree, SignedCheckpoint signed)
    {
        // After the first difference every later root differs too: that would say nothing new.
        if (!_rootsDiffer && tree.Root() != signed.Checkpoint.Root)
        {
            _rootsDiffer = true;
            findings.Add(new(
                FindingCodes.RootMismatch, "The events are not those that were sealed: the tree's root is not the one that was signed.",
                CheckpointSize: tree.Size));
        }
    }

    private bool IsOurs(SignedCheckpoint kept)
    {
        if (kept.Checkpoint.Tenant == tenant && keys.TryGetValue(kept.KeyId, out var key) && kept.IsSignedBy(key))
        {
            return true;
        }

        findings.Add(new(
            FindingCodes.TrustedUnknown, "This trusted checkpoint is not of this firm, or no key of this installation signed it.",
            CheckpointSize: kept.Checkpoint.Size));
        return false;
    }

    private async Task ReadOn(CancellationToken cancellationToken)
    {
        var rows = new List<(long Size, string Jws)>();
        await using (var command = new NpgsqlCommand(
            "select size, jws from ledger_checkpoints where tenant_id = $1 and size > $2 order by size limit $3", connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<long> { TypedValue = _read },
                new NpgsqlParameter<int> { TypedValue = Page },
            },
        })
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        var read = rows.AsParallel().AsOrdered().Select(row =>
        {
            var signed = SignedCheckpoint.Read(row.Jws);
            return (row.Size, row.Jws, Signed: signed, Holds: signed is not null && keys.TryGetValue(signed.KeyId, out var key) && signed.IsSignedBy(key));
        }).ToArray();
        foreach (var (size, jws, signed, holds) in read)
        {
            Count++;
            (Newest, _read) = (size, size);
            Check(size, signed, holds);
            _previous = SignedCheckpoint.HashOf(jws);
            _next.Enqueue((size, signed));
        }

        _isEnd = rows.Count < Page;
    }

    private void Check(long size, SignedCheckpoint? signed, bool holds)
    {
        if (signed is null)
        {
            findings.Add(new(FindingCodes.CheckpointUnreadable, "The checkpoint is no JWS of a checkpoint any more.", CheckpointSize: size));
            return;
        }

        if (!keys.ContainsKey(signed.KeyId))
        {
            findings.Add(new(
                FindingCodes.UnknownKey, $"The checkpoint is signed by the key {signed.KeyId}, which is none of this installation.", CheckpointSize: size));
        }
        else if (!holds)
        {
            findings.Add(new(FindingCodes.SignatureInvalid, "The checkpoint's signature does not hold: it was altered.", CheckpointSize: size));
        }

        if (signed.Checkpoint.Size != size || signed.Checkpoint.Tenant != tenant)
        {
            findings.Add(new(
                FindingCodes.CheckpointOutOfPlace,
                $"Here stands a checkpoint of {signed.Checkpoint.Size} events of firm {signed.Checkpoint.Tenant}: it was put in another's place.", CheckpointSize: size));
        }
        else if (signed.Checkpoint.Previous != _previous)
        {
            findings.Add(new(
                FindingCodes.CheckpointMissing, "The checkpoint before is not the one that this one names: it was removed, replaced or put in between.",
                CheckpointSize: size));
        }
    }
}
