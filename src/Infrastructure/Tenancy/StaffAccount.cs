using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>How a staff member signs in. Changed by ASP.NET Core Identity as it goes, hence the setters.</summary>
public sealed class StaffAccount
{
    public required TenantId Tenant { get; init; }

    public required StaffId Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    public required bool IsActive { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public string PasswordHash { get; set; } = "";

    public string SecurityStamp { get; set; } = "";

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public override string ToString() => Id.ToString();
}
