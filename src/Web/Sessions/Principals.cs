using System.Security.Claims;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Web.Sessions;

/// <summary>What a session cookie or a bearer token says about its holder, as claims, and read back as the <see cref="Caller"/>.</summary>
internal static class Principals
{
    public const string Tenant = "hub:tenant";
    public const string Token = "hub:token";
    public const string Stamp = "hub:stamp";
    public const string Session = "hub:session";

    public static ClaimsPrincipal OfStaff(TenantId tenant, StaffId staff, Guid session, IEnumerable<Role> roles, string stamp) => Principal(
        Schemes.Cookie, roles, new(Tenant, tenant.ToString()), new(ClaimTypes.NameIdentifier, staff.ToString()),
        new(Session, session.ToString("D")), new(Stamp, stamp));

    /// <param name="owner">The staff member whose own token it is.</param>
    public static ClaimsPrincipal OfToken(TenantId tenant, Guid token, StaffId? owner, IEnumerable<Role> roles)
    {
        var own = owner is { } staff ? new[] { new Claim(ClaimTypes.NameIdentifier, staff.ToString()) } : [];
        return Principal(Schemes.Bearer, roles, [new(Tenant, tenant.ToString()), new(Token, token.ToString("D")), .. own]);
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint forgot to require it.</exception>
    public static Caller ToCaller(this ClaimsPrincipal principal)
    {
        var tenant = Find(principal, Tenant) is { } value
            ? new TenantId(value)
            : throw new InvalidOperationException("No signed-in caller; the endpoint must require one.");
        var roles = principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value)).ToHashSet();
        StaffId? staff = Find(principal, ClaimTypes.NameIdentifier) is { } id ? new StaffId(id) : null;
        var actor = Find(principal, Token) is { } token
            ? Actor.Token(token)
            : Actor.Staff(staff ?? throw new InvalidOperationException("A principal is a staff member or a token."));
        return new Caller(tenant, actor, staff, roles);
    }

    public static bool IsSession(this ClaimsPrincipal principal) => principal.Identity?.AuthenticationType == Schemes.Cookie;

    public static Guid? SessionOf(this ClaimsPrincipal principal) => Find(principal, Session);

    private static Guid? Find(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var value) ? value : null;

    private static ClaimsPrincipal Principal(string scheme, IEnumerable<Role> roles, params Claim[] claims) =>
        new(new ClaimsIdentity([.. claims, .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))], scheme));
}
