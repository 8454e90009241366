using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit;

/// <summary>Recomputes everything that can be recomputed of one tenant's events.</summary>
public interface ILedgerVerifier
{
    /// <param name="trusted">Checkpoints that the asker kept: the ledger must still hold what they sealed.</param>
    /// <param name="progress">Hears how far it is, at most once for some thousand events.</param>
    Task<LedgerVerification> Verify(
        TenantId tenant, IReadOnlyList<SignedCheckpoint> trusted, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>Events looked at, of all that the tenant has.</summary>
public readonly record struct VerificationProgress(long Events, long Total);

/// <summary>What a full recomputation found, as of one instant; everything found names its place.</summary>
/// <param name="Sealed">Events in the ledger's tree; the rest of <paramref name="Events"/> waits to be sealed.</param>
/// <param name="Checkpoints">Checkpoints whose root, signature and link were checked.</param>
/// <param name="Breaks">Where chains do not hold, the first <see cref="MostListed"/>.</param>
/// <param name="Findings">Where the ledger does not hold, the first <see cref="MostListed"/>.</param>
/// <param name="Found">How many there are of both.</param>
public sealed record LedgerVerification(
    long Events, long Streams, long Sealed, long Checkpoints, IReadOnlyList<ChainBreak> Breaks, IReadOnlyList<LedgerFinding> Findings, long Found)
{
    public const int MostListed = 1_000;

    public bool IsIntact => Found == 0;
}

/// <summary>Where a chain does not hold: the stream, the version and what is wrong there.</summary>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
public sealed record ChainBreak(Guid StreamId, string StreamType, long Version, long? Sequence, string Code, string Problem);

/// <summary>Where the ledger does not hold: the event, its leaf or the checkpoint.</summary>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
public sealed record LedgerFinding(string Code, string Problem, long? Sequence = null, long? LeafIndex = null, long? CheckpointSize = null);

/// <summary>What a verification may find; docs/audit-format.md explains each.</summary>
public static class FindingCodes
{
    public const string Altered = "altered";
    public const string VersionsMissing = "versions_missing";
    public const string NoHash = "no_hash";
    public const string OutOfOrder = "out_of_order";
    public const string StreamCut = "stream_cut";
    public const string EventRemoved = "event_removed";
    public const string EventChanged = "event_changed";
    public const string EventInserted = "event_inserted";
    public const string TileAltered = "tile_altered";
    public const string TileMissing = "tile_missing";
    public const string RootMismatch = "root_mismatch";
    public const string SignatureInvalid = "signature_invalid";
    public const string UnknownKey = "unknown_key";
    public const string CheckpointUnreadable = "checkpoint_unreadable";
    public const string CheckpointOutOfPlace = "checkpoint_out_of_place";
    public const string CheckpointMissing = "checkpoint_missing";
    public const string SetBack = "set_back";
    public const string TrustedMismatch = "trusted_mismatch";
    public const string TrustedUnknown = "trusted_unknown";
}
