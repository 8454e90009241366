using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

public static class StaffMemberRefusals
{
    public static readonly Refusal Unknown = Refusal.NotFound("staff_not_found", "There is no such staff member.");

    public static readonly Refusal NoRole = Refusal.Invalid("staff_role_missing", "A staff member needs at least one role.");

    public static readonly Refusal LastAdmin = Refusal.Rule("last_admin", "The last admin of a firm cannot be removed. Appoint another one first.");

    public static readonly Refusal NoNumber = Refusal.Invalid("staff_number_invalid", "Write the number as 0812… or +62812…, 9 to 15 digits.");

    public static readonly Refusal Suspended = Refusal.Rule("staff_suspended", "This staff member is suspended.");

    public static readonly Refusal TokensOnly = Refusal.Invalid("role_for_tokens", "This role is for tokens, not for people.");
}
