using Lawyers.Hub.Domain.Conversations;

namespace Lawyers.Hub.Domain.Clocks;

public abstract record ClockCommand
{
    private ClockCommand()
    {
    }

    /// <summary>Begins where none runs.</summary>
    public sealed record Start(
        ClockId Clock, ClockKind Kind, ConversationId Conversation, Guid Subject, Urgency Urgency, DateTimeOffset At, ClockTimes Times) : ClockCommand;

    /// <summary>To another urgency, reckoned from its beginning; only to a more pressing one.</summary>
    public sealed record Hasten(Urgency Urgency, ClockTimes Times) : ClockCommand;

    public sealed record Tick(DateTimeOffset Now) : ClockCommand;

    public sealed record Stop(DateTimeOffset At) : ClockCommand;
}
