using Lawyers.Hub.Domain.Conversations;

namespace Lawyers.Hub.Domain.Clocks;

/// <summary>What becomes of something that the firm owes within a time.</summary>
public abstract record ClockEvent(ClockId Clock, ClockKind Kind, ConversationId Conversation) : IDomainEvent;

/// <summary>Somebody waits from here on.</summary>
/// <param name="Subject">The conversation, reply or intake.</param>
/// <param name="StartedAt">Since when; a later message of somebody who already waits does not begin it anew.</param>
public sealed record ClockStarted(
    ClockId Clock, ClockKind Kind, ConversationId Conversation, Guid Subject, Urgency Urgency, DateTimeOffset StartedAt, ClockTimes Times)
    : ClockEvent(Clock, Kind, Conversation);

/// <summary>It presses more than was thought: less time is left.</summary>
public sealed record ClockHastened(ClockId Clock, ClockKind Kind, ConversationId Conversation, Urgency Urgency, ClockTimes Times)
    : ClockEvent(Clock, Kind, Conversation);

/// <summary>Half of the time is spent and nobody has acted.</summary>
public sealed record ClockHalfSpent(ClockId Clock, ClockKind Kind, ConversationId Conversation, Urgency Urgency, DateTimeOffset HalfAt)
    : ClockEvent(Clock, Kind, Conversation);

/// <summary>All of the time is spent and nobody has acted.</summary>
public sealed record ClockBreached(ClockId Clock, ClockKind Kind, ConversationId Conversation, Urgency Urgency, DateTimeOffset DueAt)
    : ClockEvent(Clock, Kind, Conversation);

/// <summary>What was waited for happened, or is not waited for any more.</summary>
/// <param name="InTime">Before all of the time was spent.</param>
public sealed record ClockStopped(ClockId Clock, ClockKind Kind, ConversationId Conversation, DateTimeOffset StoppedAt, bool InTime)
    : ClockEvent(Clock, Kind, Conversation);
