using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

public abstract record OutboundMessageCommand
{
    private OutboundMessageCommand()
    {
    }

    public sealed record RequestReply(OutboundMessageId Message, ChannelId Channel, ApprovedReply Reply) : OutboundMessageCommand;

    public sealed record RequestScript(
        OutboundMessageId Message, ConversationId Conversation, ChannelId Channel, DataSubjectId Client, PublishedScript Script, ContentRef Content)
        : OutboundMessageCommand;

    /// <param name="Facts">What the gates ask, read just before the send.</param>
    public sealed record Send(SendFacts Facts) : OutboundMessageCommand;

    public sealed record Accept(BlindIndex Wamid) : OutboundMessageCommand;

    public sealed record Fail(int Code) : OutboundMessageCommand;

    public sealed record Defer(int Code) : OutboundMessageCommand;

    public sealed record LeaveUnanswered : OutboundMessageCommand;
}

/// <summary>What the gates ask about the present moment.</summary>
public sealed record SendFacts(bool MayMessage, bool TakenOver, ServiceWindow? Window, DateTimeOffset Now);
