using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Who asks from outside: always from the signed-in principal or token, never from a request's body.</summary>
public sealed record Caller(TenantId Tenant, Actor Actor, StaffId? Staff, IReadOnlySet<Role> Roles)
{
    /// <summary>Why the caller looks, in the caller's own words, where the request says so; it stands beside what was read.</summary>
    public string? Purpose { get; init; }

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Provenance of what this caller does now; <paramref name="cause"/> comes from the request's idempotency key.</summary>
    public Provenance Does(CauseId cause, DataSubjectId? about = null, string? reason = null) =>
        new(Actor, cause, Correlation: cause.Value, Reason: reason, About: about);
}
