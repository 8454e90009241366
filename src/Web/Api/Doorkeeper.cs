using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Lawyers.Hub.Web.Api;

/// <summary>Answers who is not signed in (401) and who lacks the role (403) with a problem; the second is logged, as every refused action is.</summary>
internal sealed class Doorkeeper(Refusals refusals) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Forbidden)
        {
            refusals.Record(context, "role_missing", StatusCodes.Status403Forbidden);
            await Problems.Of(StatusCodes.Status403Forbidden, "role_missing", "Your role does not allow this.").ExecuteAsync(context);
        }
        else
        {
            await Problems.Of(StatusCodes.Status401Unauthorized, "not_signed_in", "Sign in, or send a valid bearer token.").ExecuteAsync(context);
        }
    }
}
