using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit;

/// <summary>The sealed ledger over one tenant's events.</summary>
public interface ILedger
{
    /// <param name="after">The size where the page before ended.</param>
    Task<Page<SignedCheckpoint>> Checkpoints(TenantId tenant, long? after, int limit, bool newestFirst, CancellationToken cancellationToken);

    /// <summary>That the checkpoint of size <paramref name="from"/> is the beginning of that of size <paramref name="to"/>.</summary>
    Task<Result<ConsistencyProof>> Consistency(TenantId tenant, long from, long to, CancellationToken cancellationToken);

    /// <summary>That the event of this sequence is in the ledger, since when, and still.</summary>
    Task<Result<EventProof>> Prove(TenantId tenant, long sequence, CancellationToken cancellationToken);

    Task<LedgerStatus> Status(TenantId tenant, CancellationToken cancellationToken);
}

/// <param name="Path">Nodes as in RFC 9162, section 2.1.4.</param>
public sealed record ConsistencyProof(SignedCheckpoint From, SignedCheckpoint To, IReadOnlyList<Digest> Path);

/// <param name="Leaf">The leaf's bytes: canonical JSON.</param>
/// <param name="Checkpoint">The first one that covers the event.</param>
/// <param name="Inclusion">Nodes as in RFC 9162, section 2.1.3, for the tree of <paramref name="Checkpoint"/>.</param>
/// <param name="Latest">The newest checkpoint, and how the first one leads to it.</param>
/// <param name="Consistency">Nodes from <paramref name="Checkpoint"/> to <paramref name="Latest"/>; empty where they are the same.</param>
public sealed record EventProof(
    long Sequence, string Leaf, Digest LeafHash, long LeafIndex, SignedCheckpoint Checkpoint, IReadOnlyList<Digest> Inclusion,
    SignedCheckpoint Latest, IReadOnlyList<Digest> Consistency);

/// <param name="Sealed">Events in the newest checkpoint.</param>
/// <param name="Pending">Events that wait to be sealed, counted up to <see cref="MostCounted"/>.</param>
/// <param name="PendingSince">Time of the oldest of them.</param>
public sealed record LedgerStatus(long Sealed, SignedCheckpoint? Newest, long Pending, DateTimeOffset? PendingSince)
{
    public const int MostCounted = 100_000;
}

/// <summary>The keys that seal: of the installation, not of a firm.</summary>
public interface ILedgerKeys
{
    /// <summary>Every key that ever sealed, oldest first.</summary>
    Task<IReadOnlyList<PublishedKey>> Published(CancellationToken cancellationToken);

    /// <summary>From the next checkpoint on another key seals; asked for again because of the same cause, it is the same key.</summary>
    Task<KeyRotation> Rotate(CauseId cause, CancellationToken cancellationToken);
}

public sealed record PublishedKey(VerificationKey Key, DateTimeOffset CreatedAt);

/// <param name="Replaced">The id of the key before; <c>null</c> where there was none.</param>
public sealed record KeyRotation(VerificationKey Key, string? Replaced);

/// <param name="Keys">Oldest first.</param>
public sealed record LedgerKeySet(IReadOnlyList<PublishedKey> Keys);
