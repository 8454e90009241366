using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lawyers.Hub.Web.Sessions;

/// <summary>Two ways in: the dashboard's session cookie, and bearer tokens of integrations.</summary>
internal static class SessionParts
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<StaffAccounts>()
            .AddSingleton<IStaffAccounts>(provider => provider.GetRequiredService<StaffAccounts>())
            .AddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<StaffAccounts>())
            .AddSingleton<IPasswordHasher<StaffAccount>, PasswordHasher<StaffAccount>>()
            .AddSingleton<ApiTokens>()
            .AddSingleton<IApiTokens>(provider => provider.GetRequiredService<ApiTokens>())
            .AddSingleton<IdempotencyKeys>()
            .AddSingleton<SessionKeys>()
            .AddSingleton<SessionKeySeal>();
        services.AddIdentityCore<StaffAccount>(Identity)
            .AddUserStore<StaffAccountStore>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<SignIn>();
        services.AddSingleton<LiveSessions>();
        services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, displayName: null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? Schemes.Bearer : Schemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(Schemes.Bearer, configureOptions: null)
            .AddCookie(Schemes.Cookie, Cookie);
        services.AddDataProtection().SetApplicationName("Lawyers.Hub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options =>
            {
                options.XmlRepository = provider.GetRequiredService<SessionKeys>();
                options.XmlEncryptor = provider.GetRequiredService<SessionKeySeal>();
            }));
        return services;
    }

    private static void Identity(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = LiveSessions.Validate;
    }
}
