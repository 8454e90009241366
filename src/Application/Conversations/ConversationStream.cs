using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

internal static class ConversationStream
{
    public static StreamId Of(TenantId tenant, ConversationId conversation) => new(tenant, "conversation", conversation.Value);

    /// <summary>What the conversation is folded from.</summary>
    public static TailOf Tail(TenantId tenant, ConversationId conversation) =>
        new(Of(tenant, conversation), Domain.Conversations.Conversation.Decider.Snapshot);

    /// <summary>One conversation per channel and client.</summary>
    public static ConversationId Between(ChannelId channel, DataSubjectId client) => new(StableId.Of($"conversation/{channel}/{client}"));

    /// <summary>Takes a status into the record, knowing what is recorded of its message.</summary>
    public static async Task<Result<ConversationEvent[]>> RecordStatus(
        this Transaction transaction, TenantId tenant, ConversationCommand.RecordStatus status)
    {
        var stream = Of(tenant, status.Conversation);
        var decider = Domain.Conversations.Conversation.Decider;
        var recorded = await transaction.OfMessage(stream, decider, status.Wamid);
        return await transaction.Decide(stream, decider, status with { Recorded = Delivery.Of(recorded.OfType<IMessageStatus>()) });
    }

    public static async Task<Conversation> Conversation(
        this IEventReader events, TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        await events.Present(Of(tenant, conversation), Domain.Conversations.Conversation.Decider, cancellationToken);
}
