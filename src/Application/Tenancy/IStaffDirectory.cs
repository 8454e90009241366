using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Names of a firm's staff, for the screen: events hold their ids alone.</summary>
public interface IStaffDirectory
{
    Task<IReadOnlyDictionary<StaffId, string>> Names(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>A staff member as the screen shows one.</summary>
public sealed record StaffName(StaffId Id, string Name);
