using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>A staff member as the firm's administration sees one.</summary>
public sealed record StaffView(StaffId Id, string Name, IReadOnlyList<Role> Roles, bool IsActive);

/// <summary>A person to be let in.</summary>
public sealed record NewStaffAccount(StaffId Id, string Name, string Email, string Password, string Language, IReadOnlyList<Role> Roles)
{
    public override string ToString() => Id.ToString();
}

/// <summary>How staff sign in: names, addresses and passwords, which are no part of the log.</summary>
public interface IStaffAccounts
{
    Task<IReadOnlyList<StaffView>> List(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Lets a person in; the same id again sets name, password and roles anew.</summary>
    Task<Result<Nothing>> Register(TenantId tenant, NewStaffAccount account, CancellationToken cancellationToken);

    /// <summary>Ends the person's sessions at once and lets nobody in again.</summary>
    Task Deactivate(TenantId tenant, StaffId staff, CancellationToken cancellationToken);
}
