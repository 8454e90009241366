using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>Recomputes every hash chain of the firm.</summary>
public sealed record VerifyEvents(Caller Caller) : IRequest<Result<ChainVerification>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.VerifyEvents;
}

internal sealed class VerifyEventsHandler(IEventLog log) : IRequestHandler<VerifyEvents, Result<ChainVerification>>
{
    public async Task<Result<ChainVerification>> Handle(VerifyEvents request, CancellationToken cancellationToken) =>
        await log.Verify(request.Caller.Tenant, cancellationToken);
}
