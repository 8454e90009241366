using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>A bearer token that is about to be shown once.</summary>
/// <param name="Owner">The staff member it acts for, and with whom it ends; <c>null</c> for an integration of the firm.</param>
public sealed record NewToken(TokenId Id, string Purpose, string Secret, IReadOnlyList<Role> Roles, StaffId? Owner)
{
    public override string ToString() => Id.ToString();
}

/// <summary>The bearer tokens of integrations; the tokens themselves are kept nowhere.</summary>
public interface IApiTokens
{
    /// <summary>Lets a token in; the same id again replaces the secret.</summary>
    Task Register(TenantId tenant, NewToken token, CancellationToken cancellationToken);

    Task Revoke(TenantId tenant, TokenId token, CancellationToken cancellationToken);
}
