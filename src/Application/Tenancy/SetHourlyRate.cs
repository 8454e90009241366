using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>A price from a day on: of one staff member, one matter, or the whole firm.</summary>
public sealed record SetHourlyRate(Caller Caller, RateScope Scope, Money Rate, DateOnly From, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles { get; } = new HashSet<Role> { Role.FirmAdmin };
}

internal sealed class SetHourlyRateHandler(IEventStore events) : IRequestHandler<SetHourlyRate, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SetHourlyRate request, CancellationToken cancellationToken) => (await events.Transact(
        FirmStream.Of(request.Caller.Tenant), Firm.Decider, new FirmCommand.SetHourlyRate(request.Scope, request.Rate, request.From),
        request.Caller.Does(request.Cause), cancellationToken)).Map(_ => default(Nothing));
}
