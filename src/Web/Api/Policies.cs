using Lawyers.Hub.Domain.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace Lawyers.Hub.Web.Api;

/// <summary>Who may call an endpoint: the first door. The request behind it asks once more (<c>IAuthorised</c>).</summary>
internal static class Policies
{
    /// <summary>Anybody who is signed in or holds a token, except one that may only hand in messages.</summary>
    public const string Member = nameof(Member);

    /// <summary>Lawyers alone: approvals, decisions on intakes, matters.</summary>
    public const string Lawyer = nameof(Lawyer);

    /// <summary>Lawyers and paralegals: what clients write, drafts, own time.</summary>
    public const string CaseWork = nameof(CaseWork);

    /// <summary>Lawyers, paralegals and admins: takeover, receipts, exports.</summary>
    public const string FrontOffice = nameof(FrontOffice);

    /// <summary>The firm's administration: staff, roles, channels, tokens.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>Lawyers and admins: growth tables, which say nothing of a client.</summary>
    public const string PackKeeper = nameof(PackKeeper);

    /// <summary>The event stream, without content.</summary>
    public const string Audit = nameof(Audit);

    /// <summary>The auditors' saved questions, over the whole firm.</summary>
    public const string AuditQuestions = nameof(AuditQuestions);

    /// <summary>A full verification of the event stream; operators may verify without reading.</summary>
    public const string Verify = nameof(Verify);

    /// <summary>Whoever keeps the installation running: dead letters.</summary>
    public const string Operations = nameof(Operations);

    private static readonly Dictionary<string, Role[]> Roles = new()
    {
        [Member] = [Role.Lawyer, Role.Paralegal, Role.FirmAdmin, Role.Auditor, Role.Operator],
        [Lawyer] = [Role.Lawyer],
        [CaseWork] = [Role.Lawyer, Role.Paralegal],
        [FrontOffice] = [Role.Lawyer, Role.Paralegal, Role.FirmAdmin],
        [PackKeeper] = [Role.Lawyer, Role.FirmAdmin],
        [Admin] = [Role.FirmAdmin],
        [Audit] = [Role.Auditor, Role.FirmAdmin, Role.Lawyer],
        [AuditQuestions] = [Role.Auditor, Role.FirmAdmin],
        [Verify] = [Role.Auditor, Role.FirmAdmin, Role.Lawyer, Role.Operator],
        [Operations] = [Role.FirmAdmin, Role.Operator],
    };

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (name, roles) in Roles)
        {
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
        }

        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, Doorkeeper>();
    }
}
