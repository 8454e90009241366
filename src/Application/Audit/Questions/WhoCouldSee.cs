using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Roles, tokens and duties as they stood at the end of what it heard: who could read a matter's words, and who only its outline.</summary>
internal sealed class WhoCouldSee : Judge
{
    private readonly Dictionary<string, SortedSet<Role>> _roles = [];
    private readonly Dictionary<string, (StoredEvent Assigned, string Duty)> _duties = [];
    private readonly Dictionary<string, StoredEvent> _since = [];

    public override IReadOnlyList<string> Types =>
        ["staff_assigned", "role_granted", "role_revoked", "staff_suspended", "token_issued", "token_revoked"];

    public override void Take(StoredEvent stored)
    {
        var facts = Facts.Of(stored);
        switch (stored.Type)
        {
            case "staff_assigned" when stored.StreamId == Asked.Stream:
                _duties[StaffOf(facts)] = (stored, facts.Text(nameof(StaffAssigned.Duty)) ?? string.Empty);
                break;
            case "role_granted":
                Grant(StaffOf(facts), stored, [facts.Text(nameof(RoleGranted.Role))]);
                break;
            case "role_revoked":
                _roles.GetValueOrDefault(StaffOf(facts))?.Remove(Enum.Parse<Role>(facts.Text(nameof(RoleRevoked.Role))!));
                break;
            case "staff_suspended":
                _roles.Remove(StaffOf(facts));
                break;
            case "token_issued":
                Grant(TokenOf(stored), stored, facts.Texts(nameof(TokenIssued.Roles)));
                break;
            case "token_revoked":
                _roles.Remove(TokenOf(stored));
                break;
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude()
    {
        var readers = _roles.Where(one => one.Value.Overlaps(Rights.ReadContent)).ToArray();
        var others = _roles.Where(one => !one.Value.Overlaps(Rights.ReadContent) && one.Value.Overlaps(Rights.ReadMetadata)).ToArray();
        foreach (var (actor, roles) in readers)
        {
            Find(Seen("could_read", actor, roles));
        }

        foreach (var (actor, roles) in others)
        {
            Find(Seen("could_see_outline", actor, roles));
        }

        return (null, [new("could_read", readers.Length), new("could_see_outline", others.Length)]);
    }

    private Finding Seen(string code, string actor, IEnumerable<Role> roles)
    {
        var since = _since[actor];
        IEnumerable<string> because = roles.Select(role => role.ToString());
        return new Finding(
            code, since.StreamId, since.StreamType, since.Sequence, since.OccurredAt, actor, null,
            [.. _duties.TryGetValue(actor, out var duty) ? because.Append(duty.Duty) : because]);
    }

    private void Grant(string actor, StoredEvent stored, IEnumerable<string?> roles)
    {
        if (!_roles.TryGetValue(actor, out var held))
        {
            _roles[actor] = held = [];
            _since[actor] = stored;
        }

        held.UnionWith(roles.OfType<string>().Select(Enum.Parse<Role>));
    }

    private static string StaffOf(Facts facts) => $"staff:{facts.Id(nameof(RoleGranted.Staff)):D}";

    private static string TokenOf(StoredEvent stored) => $"token:{stored.StreamId:D}";
}
