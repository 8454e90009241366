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

    /// <param name="Until">When it is brought back, where that is longer than its lane shall rest.</param>
    public sealed record Defer(int Code, DateTimeOffset? Until = null) : OutboundMessageCommand;

    public sealed record LeaveUnanswered : OutboundMessageCommand;

    public sealed record Cancel(StaffId By) : OutboundMessageCommand;

    /// <summary>A person has it sent again, knowing what became of it.</summary>
    public sealed record Retry(StaffId By) : OutboundMessageCommand;
}

/// <summary>What the gates ask about the present moment.</summary>
public sealed record SendFacts(bool MayMessage, bool TakenOver, ServiceWindow? Window, DateTimeOffset Now)
{
    public bool ClientBlocked { get; init; }

    /// <summary>The client has taken consent back, which is confirmed to them whoever holds the conversation.</summary>
    public bool HasWithdrawn { get; init; }

    /// <summary>The rule that a template breaks as things stand; none where it is right, or where it is no template.</summary>
    public string? TemplateFault { get; init; }

    /// <summary>Why the file may not leave; none where it is clean, or where there is none.</summary>
    public string? MediaFault { get; init; }

    /// <summary>The client's matter cannot wait for the morning.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Where the client is, as far as it is known: where the firm is.</summary>
    public IndonesianZone Zone { get; init; } = IndonesianZone.Wib;

    /// <summary><see cref="Gate.Channel"/> or <see cref="Gate.Rate"/> where Meta is not to be asked right now.</summary>
    public Gate? Holding { get; init; }

    /// <summary>When the client last wrote.</summary>
    public DateTimeOffset? LastWrote => Window?.ClosesAt - ServiceWindow.Length;
}
