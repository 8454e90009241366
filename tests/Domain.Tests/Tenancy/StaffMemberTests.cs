using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public sealed class StaffMemberTests
{
    private static readonly StaffId Maria = new(new Guid("6c1f0000-0000-4000-8000-0000000000aa"));
    private static readonly StaffEvent[] InvitedAdmin = [new StaffInvited(Maria), new RoleGranted(Maria, Role.FirmAdmin)];
    private static readonly StaffEvent[] Admin = [.. InvitedAdmin, new StaffActivated(Maria)];

    [Fact]
    public void An_invitation_grants_each_role_once() =>
        Given(StaffMember.Decider)
            .When(new StaffCommand.Invite(Maria, [Role.FirmAdmin, Role.Lawyer, Role.FirmAdmin]))
            .Then(new StaffInvited(Maria), new RoleGranted(Maria, Role.Lawyer), new RoleGranted(Maria, Role.FirmAdmin));

    [Fact]
    public void Nobody_is_invited_without_a_role() =>
        Given(StaffMember.Decider).When(new StaffCommand.Invite(Maria, [])).ThenRefused(StaffMemberRefusals.NoRole);

    [Fact]
    public void A_person_is_no_integration() =>
        Given(StaffMember.Decider).When(new StaffCommand.Invite(Maria, [Role.Ingest])).ThenRefused(StaffMemberRefusals.TokensOnly);

    [Fact]
    public void Who_was_invited_is_activated_once()
    {
        Given(StaffMember.Decider, InvitedAdmin).When(new StaffCommand.Activate()).Then(new StaffActivated(Maria));
        Given(StaffMember.Decider, Admin).When(new StaffCommand.Activate()).ThenNothing();
    }

    [Fact]
    public void The_last_admin_keeps_the_role() =>
        Given(StaffMember.Decider, [.. Admin, new RoleGranted(Maria, Role.Lawyer)])
            .When(new StaffCommand.Revoke(Role.FirmAdmin, OtherAdmins: 0)).ThenRefused(StaffMemberRefusals.LastAdmin);

    [Fact]
    public void The_last_admin_is_not_suspended() =>
        Given(StaffMember.Decider, Admin).When(new StaffCommand.Suspend(OtherAdmins: 0)).ThenRefused(StaffMemberRefusals.LastAdmin);

    [Fact]
    public void Beside_another_admin_one_can_go() =>
        Given(StaffMember.Decider, Admin).When(new StaffCommand.Suspend(OtherAdmins: 1)).Then(new StaffSuspended(Maria));

    [Fact]
    public void The_only_role_stays() =>
        Given(StaffMember.Decider, Admin).When(new StaffCommand.Revoke(Role.FirmAdmin, OtherAdmins: 1)).ThenRefused(StaffMemberRefusals.NoRole);

    [Fact]
    public void A_suspended_member_gets_no_roles() =>
        Given(StaffMember.Decider, [.. Admin, new StaffSuspended(Maria)])
            .When(new StaffCommand.Grant(Role.Lawyer)).ThenRefused(StaffMemberRefusals.Suspended);
}
