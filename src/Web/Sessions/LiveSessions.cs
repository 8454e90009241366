using System.Security.Claims;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lawyers.Hub.Web.Sessions;

/// <summary>
/// Whether a session still stands. Asked for every request, by primary key, because a deactivated member's sessions end at once and a
/// changed role counts at once.
/// </summary>
internal sealed class LiveSessions(StaffAccounts accounts)
{
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<LiveSessions>();
        var present = context.Principal is { } principal ? await sessions.Renew(principal, context.HttpContext.RequestAborted) : null;
        if (present is null)
        {
            context.RejectPrincipal();
        }
        else
        {
            context.ReplacePrincipal(present);
        }
    }

    /// <summary>The holder with present roles, or <c>null</c> where the session has ended.</summary>
    public async Task<ClaimsPrincipal?> Renew(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var tenant = principal.ToCaller().Tenant;
        return principal.SessionOf() is { } session
            && await accounts.FindBySession(tenant, session, cancellationToken) is { IsActive: true } account
            && account.SecurityStamp == principal.FindFirstValue(Principals.Stamp)
                ? Principals.OfStaff(account.Tenant, account.Id, session, account.Roles, account.SecurityStamp)
                : null;
    }
}
