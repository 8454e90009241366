using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

public sealed record ReadStaff(Caller Caller) : IRequest<Result<Page<StaffView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadStaffHandler(IStaffAccounts accounts) : IRequestHandler<ReadStaff, Result<Page<StaffView>>>
{
    public async Task<Result<Page<StaffView>>> Handle(ReadStaff request, CancellationToken cancellationToken) =>
        new Page<StaffView>(await accounts.List(request.Caller.Tenant, cancellationToken), Next: null);
}
