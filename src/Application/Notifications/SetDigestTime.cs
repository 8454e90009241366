using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>When on a working day staff is told how much waits for them, by the clock of the firm's zone.</summary>
public sealed record SetDigestTime(Caller Caller, TimeOnly At, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SetDigestTimeHandler(IEventStore events) : IRequestHandler<SetDigestTime, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SetDigestTime request, CancellationToken cancellationToken) =>
        (await events.Transact(
            FirmStream.Of(request.Caller.Tenant), Firm.Decider, new FirmCommand.SetDigestTime(request.At), request.Caller.Does(request.Cause), cancellationToken))
            .Map(_ => default(Nothing));
}
