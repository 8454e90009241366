using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>Recomputes every hash chain, the tree and every checkpoint of the firm.</summary>
/// <param name="Trusted">Compact JWS of checkpoints that the caller kept.</param>
/// <param name="Progress">Hears how far it is.</param>
public sealed record VerifyEvents(Caller Caller, IReadOnlyList<string> Trusted, IProgress<VerificationProgress>? Progress = null)
    : IRequest<Result<LedgerVerification>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.VerifyEvents;
}

internal sealed class VerifyEventsHandler(ILedgerVerifier verifier) : IRequestHandler<VerifyEvents, Result<LedgerVerification>>
{
    public async Task<Result<LedgerVerification>> Handle(VerifyEvents request, CancellationToken cancellationToken)
    {
        var trusted = request.Trusted.Select(SignedCheckpoint.Read).ToArray();
        return trusted.All(checkpoint => checkpoint is not null)
            ? await verifier.Verify(request.Caller.Tenant, trusted!, request.Progress, cancellationToken)
            : LedgerRefusals.NotACheckpoint;
    }
}
