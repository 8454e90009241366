using System.Text.Encodings.Web;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lawyers.Hub.Web.Sessions;

/// <summary><c>Authorization: Bearer …</c>: a token of the firm, within its roles.</summary>
internal sealed class BearerTokens(
    ApiTokens tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";
    private const int LongestToken = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || header.Length > LongestToken)
        {
            return AuthenticateResult.Fail("No bearer token.");
        }

        return await tokens.Find(header[Prefix.Length..].Trim(), Context.RequestAborted) is { } known
            ? AuthenticateResult.Success(new AuthenticationTicket(
                Principals.OfToken(known.Tenant, known.Id.Value, known.Owner, known.Roles), Scheme.Name))
            : AuthenticateResult.Fail("Unknown or revoked token.");
    }
}
