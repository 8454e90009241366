using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tenancy;

public abstract record StaffCommand
{
    private StaffCommand()
    {
    }

    public sealed record Invite(StaffId Staff, IReadOnlyList<Role> Roles) : StaffCommand;

    public sealed record Activate : StaffCommand;

    public sealed record Grant(Role Role) : StaffCommand;

    /// <param name="OtherAdmins">How many active admins the firm has besides this member.</param>
    public sealed record Revoke(Role Role, int OtherAdmins) : StaffCommand;

    public sealed record SetSound(bool On) : StaffCommand;

    /// <param name="Number">Whose number it is in the vault; none: the staff member has none any more.</param>
    public sealed record SetNumber(DataSubjectId? Number) : StaffCommand;

    /// <param name="OtherAdmins">How many active admins the firm has besides this member.</param>
    public sealed record Suspend(int OtherAdmins) : StaffCommand;
}
