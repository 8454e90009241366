using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Clocks;

/// <summary>One clock for the answers of a conversation, one for each reply, one for each intake.</summary>
internal static class ClockStream
{
    public static StreamId Of(TenantId tenant, ClockId clock) => new(tenant, "service_clock", clock.Value);

    public static ClockId Response(ConversationId conversation) => new(StableId.Of($"clock/response/{conversation}"));

    public static ClockId Approval(ReplyId reply) => new(StableId.Of($"clock/approval/{reply}"));

    public static ClockId Decision(IntakeId intake) => new(StableId.Of($"clock/decision/{intake}"));
}
