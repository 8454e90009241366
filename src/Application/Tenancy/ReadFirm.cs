using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>The caller's own firm, as its letterhead shows it.</summary>
public sealed record ReadFirm(Caller Caller) : IRequest<Result<FirmProfile>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

internal sealed class ReadFirmHandler(IEventStore events) : IRequestHandler<ReadFirm, Result<FirmProfile>>
{
    public async Task<Result<FirmProfile>> Handle(ReadFirm request, CancellationToken cancellationToken) =>
        await events.Firm(request.Caller.Tenant, cancellationToken) is { } firm ? firm.Profile : FirmRefusals.NotFound;
}
