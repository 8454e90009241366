using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>The firm's checkpoints by their size.</summary>
/// <param name="After">The size where the page before ended.</param>
public sealed record ReadCheckpoints(Caller Caller, long? After, int Limit, bool NewestFirst) : IRequest<Result<Page<SignedCheckpoint>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

/// <summary>Proves that one checkpoint is the beginning of another.</summary>
public sealed record ReadConsistency(Caller Caller, long From, long To) : IRequest<Result<ConsistencyProof>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

/// <summary>Proves that one event is sealed, without showing another.</summary>
public sealed record ReadProof(Caller Caller, long Sequence) : IRequest<Result<EventProof>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

/// <summary>How far the ledger is, and how far behind.</summary>
public sealed record ReadLedgerStatus(Caller Caller) : IRequest<Result<LedgerStatus>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.VerifyEvents;
}

/// <summary>The public keys that checkpoints are signed with.</summary>
public sealed record ReadLedgerKeys(Caller Caller) : IRequest<Result<LedgerKeySet>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

internal sealed class ReadCheckpointsHandler(ILedger ledger) : IRequestHandler<ReadCheckpoints, Result<Page<SignedCheckpoint>>>
{
    public async Task<Result<Page<SignedCheckpoint>>> Handle(ReadCheckpoints request, CancellationToken cancellationToken) =>
        await ledger.Checkpoints(request.Caller.Tenant, request.After, request.Limit, request.NewestFirst, cancellationToken);
}

internal sealed class ReadConsistencyHandler(ILedger ledger) : IRequestHandler<ReadConsistency, Result<ConsistencyProof>>
{
    public Task<Result<ConsistencyProof>> Handle(ReadConsistency request, CancellationToken cancellationToken) =>
        ledger.Consistency(request.Caller.Tenant, request.From, request.To, cancellationToken);
}

internal sealed class ReadProofHandler(ILedger ledger) : IRequestHandler<ReadProof, Result<EventProof>>
{
    public Task<Result<EventProof>> Handle(ReadProof request, CancellationToken cancellationToken) =>
        ledger.Prove(request.Caller.Tenant, request.Sequence, cancellationToken);
}

internal sealed class ReadLedgerStatusHandler(ILedger ledger) : IRequestHandler<ReadLedgerStatus, Result<LedgerStatus>>
{
    public async Task<Result<LedgerStatus>> Handle(ReadLedgerStatus request, CancellationToken cancellationToken) =>
        await ledger.Status(request.Caller.Tenant, cancellationToken);
}

internal sealed class ReadLedgerKeysHandler(ILedgerKeys keys) : IRequestHandler<ReadLedgerKeys, Result<LedgerKeySet>>
{
    public async Task<Result<LedgerKeySet>> Handle(ReadLedgerKeys request, CancellationToken cancellationToken) =>
        new LedgerKeySet(await keys.Published(cancellationToken));
}
