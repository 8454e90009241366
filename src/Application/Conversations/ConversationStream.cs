using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

internal static class ConversationStream
{
    public static StreamId Of(TenantId tenant, ConversationId conversation) => new(tenant, "conversation", conversation.Value);

    /// <summary>One conversation per channel and client.</summary>
    public static ConversationId Between(ChannelId channel, DataSubjectId client) => new(StableId.Of($"conversation/{channel}/{client}"));

    public static async Task<Conversation> Conversation(
        this IEventReader events, TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        await events.Present(Of(tenant, conversation), Domain.Conversations.Conversation.Decider, cancellationToken);
}
