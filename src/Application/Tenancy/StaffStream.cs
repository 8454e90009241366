using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

public static class StaffStream
{
    public static StreamId Of(TenantId tenant, StaffId staff) => new(tenant, "staff_member", staff.Value);
}

public static class TokenStream
{
    public static StreamId Of(TenantId tenant, TokenId token) => new(tenant, "api_token", token.Value);
}
