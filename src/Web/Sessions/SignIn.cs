using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace Lawyers.Hub.Web.Sessions;

/// <summary>Checks an address and a password. Whatever is wrong, the answer and the time it takes are the same.</summary>
internal sealed class SignIn(UserManager<StaffAccount> users, SignInManager<StaffAccount> manager, IPasswordHasher<StaffAccount> passwords)
{
    private static readonly Refusal Wrong = Refusal.Forbidden("sign_in_failed", "The address or the password is not right, or the account is locked for a while.");

    private static readonly StaffAccount Nobody = new()
    {
        Tenant = default,
        Id = default,
        Email = "",
        Name = "",
        Language = "",
        IsActive = false,
        Roles = [],
    };

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<StaffAccount>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(Nobody, "nobody"));

    public async Task<Result<StaffAccount>> Check(string email, string password)
    {
        if (await users.FindByNameAsync(email.Trim()) is not { IsActive: true } account)
        {
            passwords.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return Wrong;
        }

        if (await users.IsLockedOutAsync(account))
        {
            passwords.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return Wrong;
        }

        return (await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded ? account : Wrong;
    }
}
