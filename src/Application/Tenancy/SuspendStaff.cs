using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Ends a person's sessions at once and lets nobody in under that account again.</summary>
public sealed record SuspendStaff(Caller Caller, StaffId Staff, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SuspendStaffHandler(IEventStore events, IStaffAccounts accounts) : IRequestHandler<SuspendStaff, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SuspendStaff request, CancellationToken cancellationToken)
    {
        var everybody = await accounts.List(request.Caller.Tenant, cancellationToken);
        var otherAdmins = everybody.Count(member => member.IsActive && member.Id != request.Staff && member.Roles.Contains(Role.FirmAdmin));
        var suspended = await events.Transact(
            StaffStream.Of(request.Caller.Tenant, request.Staff), StaffMember.Decider, new StaffCommand.Suspend(otherAdmins),
            request.Caller.Does(request.Cause, reason: request.Reason), cancellationToken);
        if (suspended.IsRefused)
        {
            return suspended.Refusal;
        }

        await accounts.Deactivate(request.Caller.Tenant, request.Staff, cancellationToken);
        return default(Nothing);
    }
}
