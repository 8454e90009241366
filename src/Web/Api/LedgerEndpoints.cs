using System.Globalization;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>The sealed ledger: its checkpoints, proofs and keys. docs/audit-format.md says what they are made of.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        var audit = app.MapApi("/audit", "Audit");
        audit.MapGet("/checkpoints", Checkpoints).WithName(nameof(ReadCheckpoints)).RequireAuthorization(Policies.Audit);
        audit.MapGet("/checkpoints/{size:long}/consistency", Consistency).WithName(nameof(ReadConsistency)).RequireAuthorization(Policies.Audit);
        audit.MapGet("/proofs/{sequence:long}", Prove).WithName(nameof(ReadProof)).RequireAuthorization(Policies.Audit);
        audit.MapGet("/keys", Keys).WithName(nameof(ReadLedgerKeys)).RequireAuthorization(Policies.Audit);
        audit.MapPost("/keys/rotate", Rotate).WithName(nameof(RotateLedgerKey)).RequireAuthorization(Policies.Operations);
        audit.MapGet("/ledger", Status).WithName(nameof(ReadLedgerStatus)).RequireAuthorization(Policies.Verify);
    }

    private static async Task<Results<Ok<Page<SealedCheckpoint>>, ProblemHttpResult>> Checkpoints(
        [AsParameters] CheckpointQuery query, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var asked = query.ToRequest(caller);
        return asked.IsRefused
            ? asked.Refusal.ToProblem()
            : (await mediator.Send(asked.Value, cancellationToken))
                .Map(page => new Page<SealedCheckpoint>([.. page.Items.Select(SealedCheckpoint.Of)], page.Next)).ToOk();
    }

    private static async Task<Results<Ok<ConsistencyAnswer>, ProblemHttpResult>> Consistency(
        long size, long from, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var proof = await mediator.Send(new ReadConsistency(caller, from, size), cancellationToken);
        return proof.Map(proven => new ConsistencyAnswer(SealedCheckpoint.Of(proven.From), SealedCheckpoint.Of(proven.To), Hex(proven.Path))).ToOk();
    }

    private static async Task<Results<Ok<ProofAnswer>, ProblemHttpResult>> Prove(
        long sequence, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadProof(caller, sequence), cancellationToken)).Map(ProofAnswer.Of).ToOk();

    private static async Task<Results<Ok<KeySet>, ProblemHttpResult>> Keys(Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadLedgerKeys(caller), cancellationToken)).Map(published => new KeySet([.. published.Keys.Select(JsonWebKey.Of)])).ToOk();

    private static async Task<Results<Ok<RotatedKey>, ProblemHttpResult>> Rotate(
        Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var rotated = await mediator.Send(new RotateLedgerKey(caller, cause.Id), cancellationToken);
        return rotated.Map(rotation => new RotatedKey(rotation.Key.Id, rotation.Replaced)).ToOk();
    }

    private static async Task<Results<Ok<LedgerAnswer>, ProblemHttpResult>> Status(
        Caller caller, IMediator mediator, TimeProvider clock, CancellationToken cancellationToken)
    {
        var status = await mediator.Send(new ReadLedgerStatus(caller), cancellationToken);
        return status.Map(ledger => new LedgerAnswer(
            ledger.Sealed, ledger.Pending, ledger.PendingSince,
            ledger.PendingSince is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0,
            ledger.Newest is { } newest ? SealedCheckpoint.Of(newest) : null)).ToOk();
    }

    private static string[] Hex(IReadOnlyList<Digest> path) => [.. path.Select(node => node.ToString())];

    /// <param name="After">The size where the page before ended.</param>
    /// <param name="Order"><c>asc</c>, as when it is left out, or <c>desc</c> for the newest first.</param>
    internal sealed record CheckpointQuery(string? After, int? Limit, string? Order)
    {
        private static readonly Refusal BadCursor = Refusal.Invalid("invalid_cursor", "'after' is a size from an earlier page.");
        private static readonly Refusal BadOrder = Refusal.Invalid("invalid_order", "'order' is asc or desc.");

        public Result<ReadCheckpoints> ToRequest(Caller caller)
        {
            long? after = null;
            if (!string.IsNullOrEmpty(After))
            {
                if (!long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                {
                    return BadCursor;
                }

                after = size;
            }

            return Order is null or "" or "asc" or "desc"
                ? new ReadCheckpoints(caller, after, new Cursor(After, Limit).Size, NewestFirst: Order == "desc")
                : BadOrder;
        }
    }

    /// <param name="Size">Events that it covers.</param>
    /// <param name="Root">Hex of the tree's root.</param>
    /// <param name="Previous">Hex of the SHA-256 of the JWS before.</param>
    /// <param name="Jws">Compact JWS, signed with ES256.</param>
    internal sealed record SealedCheckpoint(long Size, string Root, DateTimeOffset At, string? Previous, string KeyId, string Jws)
    {
        public static SealedCheckpoint Of(SignedCheckpoint signed) => new(
            signed.Checkpoint.Size, signed.Checkpoint.Root.ToString(), signed.Checkpoint.At, signed.Checkpoint.Previous?.ToString(), signed.KeyId, signed.Jws);
    }

    internal sealed record ConsistencyAnswer(SealedCheckpoint From, SealedCheckpoint To, IReadOnlyList<string> Path);

    /// <param name="Leaf">The leaf's bytes as text; its hash is the SHA-256 of a zero byte and these.</param>
    /// <param name="Checkpoint">The first checkpoint that covers the event, to which <paramref name="Inclusion"/> leads.</param>
    internal sealed record ProofAnswer(
        long Sequence, string Leaf, string LeafHash, long LeafIndex, SealedCheckpoint Checkpoint, IReadOnlyList<string> Inclusion, SealedCheckpoint Latest,
        IReadOnlyList<string> Consistency)
    {
        public static ProofAnswer Of(EventProof proof) => new(
            proof.Sequence, proof.Leaf, proof.LeafHash.ToString(), proof.LeafIndex, SealedCheckpoint.Of(proof.Checkpoint), Hex(proof.Inclusion),
            SealedCheckpoint.Of(proof.Latest), Hex(proof.Consistency));
    }

    /// <summary>A JWK Set (RFC 7517).</summary>
    internal sealed record KeySet(IReadOnlyList<JsonWebKey> Keys);

    internal sealed record JsonWebKey(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use, DateTimeOffset CreatedAt)
    {
        public static JsonWebKey Of(PublishedKey published) =>
            new("EC", "P-256", published.Key.X, published.Key.Y, published.Key.Id, "ES256", "sig", published.CreatedAt);
    }

    /// <param name="Replaced">The key that sealed until now.</param>
    internal sealed record RotatedKey(string KeyId, string? Replaced);

    /// <param name="Sealed">Events under the newest checkpoint.</param>
    /// <param name="Pending">Events that wait, counted up to 100,000.</param>
    /// <param name="BehindSeconds">Age of the oldest of them.</param>
    internal sealed record LedgerAnswer(long Sealed, long Pending, DateTimeOffset? PendingSince, double BehindSeconds, SealedCheckpoint? Newest);
}
