using Lawyers.Hub.Domain.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>What ASP.NET Core Identity asks of accounts, answered from <see cref="StaffAccounts"/>. Its user name is the e-mail address.</summary>
public sealed class StaffAccountStore(StaffAccounts accounts)
    : IUserPasswordStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>, IUserLockoutStore<StaffAccount>
{
    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        accounts.FindByEmail(normalizedUserName, cancellationToken);

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        userId.Split('/') is [var tenant, var staff]
            ? accounts.Find(new TenantId(Guid.Parse(tenant)), new StaffId(Guid.Parse(staff)), cancellationToken)
            : Task.FromResult<StaffAccount?>(null);

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult($"{user.Tenant}/{user.Id}");

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email.ToUpperInvariant());

    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        await accounts.Update(user, cancellationToken);
        return IdentityResult.Success;
    }

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<bool> GetLockoutEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(StaffAccount user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockoutEnd = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public async Task<int> IncrementAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) =>
        user.AccessFailedCount = await accounts.CountFailure(user, cancellationToken);

    public Task ResetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        user.AccessFailedCount = 0;
        return Task.CompletedTask;
    }

    public Task SetLockoutEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => throw NotThisWay();

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => throw NotThisWay();

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask; // derived from the address

    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) => throw NotThisWay();

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw NotThisWay();

    public void Dispose()
    {
        // nothing is held
    }

    private static NotSupportedException NotThisWay() => new("Accounts are made and ended by the commands of the firm's administration, with their events.");
}
