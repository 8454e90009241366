using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lawyers.Hub.Web.Sessions;

/// <summary>Two ways in: the dashboard's session cookie, and bearer tokens of integrations.</summary>
internal static class SessionParts
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, displayName: null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? Schemes.Bearer : Schemes.Cookie)
            .AddCookie(Schemes.Cookie, Cookie);
        return services;
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
    }
}
