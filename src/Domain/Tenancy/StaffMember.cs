using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>A person of the firm who signs in: invited, then active, with one role or more.</summary>
public abstract record StaffMember
{
    public static readonly Decider<StaffMember, StaffCommand, StaffEvent> Decider = new(new Absent(), Decide, Evolve);

    private StaffMember()
    {
    }

    public static Result<StaffEvent[]> Decide(StaffMember member, StaffCommand command) => (member, command) switch
    {
        (Absent, StaffCommand.Invite { Roles.Count: 0 }) => StaffMemberRefusals.NoRole,
        (Absent, StaffCommand.Invite c) when c.Roles.Contains(Role.Ingest) => StaffMemberRefusals.TokensOnly,
        (Absent, StaffCommand.Invite c) =>
            Record([new StaffInvited(c.Staff), .. c.Roles.Distinct().Order().Select(role => new RoleGranted(c.Staff, role))]),
        (Absent, _) => StaffMemberRefusals.Unknown,
        (_, StaffCommand.Invite) => Record(),
        (Suspended, StaffCommand.Activate) => StaffMemberRefusals.Suspended,
        (Present { IsActive: true }, StaffCommand.Activate) => Record(),
        (Present m, StaffCommand.Activate) => Record(new StaffActivated(m.Id)),
        (Present, StaffCommand.Grant { Role: Role.Ingest }) => StaffMemberRefusals.TokensOnly,
        (Present m, StaffCommand.Grant c) => m.Roles.Contains(c.Role) ? Record() : Record(new RoleGranted(m.Id, c.Role)),
        (Present m, StaffCommand.Revoke c) when !m.Roles.Contains(c.Role) => Record(),
        (Present, StaffCommand.Revoke { Role: Role.FirmAdmin, OtherAdmins: 0 }) => StaffMemberRefusals.LastAdmin,
        (Present { Roles.Count: 1 }, StaffCommand.Revoke) => StaffMemberRefusals.NoRole,
        (Present m, StaffCommand.Revoke c) => Record(new RoleRevoked(m.Id, c.Role)),
        (Present m, StaffCommand.SetSound c) => m.Sound == c.On ? Record() : Record(new NotificationSoundSet(m.Id, c.On)),
        (Present m, StaffCommand.SetNumber c) => m.Number == c.Number ? Record() : Record(new StaffNumberSet(m.Id, c.Number)),
        (Present m, StaffCommand.Suspend { OtherAdmins: 0 }) when m.Roles.Contains(Role.FirmAdmin) => StaffMemberRefusals.LastAdmin,
        (Present m, StaffCommand.Suspend) => Record(new StaffSuspended(m.Id)),
        (Suspended, StaffCommand.Suspend) => Record(),
        (Suspended, _) => StaffMemberRefusals.Suspended,
        _ => throw new UnreachableException($"{command.GetType().Name} on {member.GetType().Name}"),
    };

    public static StaffMember Evolve(StaffMember member, StaffEvent @event) => (member, @event) switch
    {
        (Absent, StaffInvited e) => new Present(e.Staff, [], IsActive: false),
        (Present m, StaffActivated) => m with { IsActive = true },
        (Present m, RoleGranted e) => m with { Roles = m.Roles.Add(e.Role) },
        (Present m, RoleRevoked e) => m with { Roles = m.Roles.Remove(e.Role) },
        (Present m, NotificationSoundSet e) => m with { Sound = e.On },
        (Present m, StaffNumberSet e) => m with { Number = e.Number },
        (Present m, StaffSuspended) => new Suspended(m.Id),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {member.GetType().Name}"),
    };

    private static Result<StaffEvent[]> Record(params StaffEvent[] events) => events;

    public sealed record Absent : StaffMember;

    public sealed record Present(StaffId Id, ImmutableSortedSet<Role> Roles, bool IsActive) : StaffMember
    {
        /// <summary>Whether what presses is heard as well as shown.</summary>
        public bool Sound { get; init; } = true;

        /// <summary>Under which their WhatsApp number lies in the vault.</summary>
        public DataSubjectId? Number { get; init; }
    }

    public sealed record Suspended(StaffId Id) : StaffMember;
}
