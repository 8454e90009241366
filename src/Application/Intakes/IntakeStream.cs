using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

internal static class IntakeStream
{
    public static StreamId Of(TenantId tenant, IntakeId intake) => new(tenant, "intake", intake.Value);

    /// <summary>A conversation's first intake, its second, and so on.</summary>
    public static IntakeId Nth(ConversationId conversation, int ordinal) => new(StableId.Of($"intake/{conversation}/{ordinal}"));
}
