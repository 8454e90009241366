using System.Collections.Immutable;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Who works here and as what, without names: they lie in the accounts.</summary>
public sealed record RosterEntry(StaffId Staff, ImmutableSortedSet<Role> Roles, bool IsActive);

internal sealed class StaffRosterProjection : Projection<RosterEntry>
{
    public override string Name => "staff_roster";

    /// <summary>Active staff of a role.</summary>
    public static string RoleTag(Role role) => $"role:{role}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is StaffEvent e ? [new(e.Staff.Value)] : [];

    public override RosterEntry? Evolve(DocumentKey key, RosterEntry? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, StaffInvited e) => new RosterEntry(e.Staff, [], IsActive: false),
        (not null, StaffActivated) => view with { IsActive = true },
        (not null, RoleGranted e) => view with { Roles = view.Roles.Add(e.Role) },
        (not null, RoleRevoked e) => view with { Roles = view.Roles.Remove(e.Role) },
        (not null, StaffSuspended) => view with { IsActive = false },
        _ => view,
    };

    public override string SortKey(RosterEntry view) => view.Staff.ToString();

    public override IEnumerable<string> Tags(RosterEntry view) => view.IsActive ? view.Roles.Select(RoleTag) : [];
}
