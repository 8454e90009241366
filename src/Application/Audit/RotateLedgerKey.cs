using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>Seals with a new key from the next checkpoint on; the old ones stay published for what they sealed.</summary>
public sealed record RotateLedgerKey(Caller Caller, CauseId Cause) : IRequest<Result<KeyRotation>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class RotateLedgerKeyHandler(IEventStore events, ILedgerKeys keys) : IRequestHandler<RotateLedgerKey, Result<KeyRotation>>
{
    public async Task<Result<KeyRotation>> Handle(RotateLedgerKey request, CancellationToken cancellationToken)
    {
        // Whoever hears of no success asks again, and finds the key that was made: so each has its event in the end.
        var rotation = await keys.Rotate(request.Cause, cancellationToken);
        var recorded = await events.Transact(
            LedgerKeyStream.Of(request.Caller.Tenant), LedgerKey.Decider, new LedgerKeyCommand.Rotate(rotation.Key.Id, rotation.Replaced),
            request.Caller.Does(request.Cause), cancellationToken);
        return recorded.Map(_ => rotation);
    }
}

internal static class LedgerKeyStream
{
    public static StreamId Of(TenantId tenant) => new(tenant, "ledger_key", StableId.Of($"{tenant}/ledger_key"));
}
