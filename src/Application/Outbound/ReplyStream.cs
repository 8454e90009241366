using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

internal static class ReplyStream
{
    public static StreamId Of(TenantId tenant, ReplyId reply) => new(tenant, "reply", reply.Value);
}
