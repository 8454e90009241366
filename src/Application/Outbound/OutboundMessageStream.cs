using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

internal static class OutboundMessageStream
{
    public static StreamId Of(TenantId tenant, OutboundMessageId message) => new(tenant, "outbound_message", message.Value);

    /// <summary>An approved reply is sent as this one message, however often it is asked for.</summary>
    public static OutboundMessageId For(ReplyId reply) => new(StableId.Of($"outbound/reply/{reply}"));
}
