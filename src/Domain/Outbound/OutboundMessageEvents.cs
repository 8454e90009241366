using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>An approved thing on its way to Meta.</summary>
public abstract record OutboundMessageEvent(OutboundMessageId Message, ConversationId Conversation) : IDomainEvent;

/// <summary>Something approved is to be sent.</summary>
/// <param name="Kind">Why it may leave at all.</param>
/// <param name="Basis">What allows it: <c>reply:ID</c>, <c>notice@VERSION</c>, <c>out_of_hours@VERSION</c> or <c>definition:KEY@VERSION/QUESTION</c>.</param>
/// <param name="Content">The sealed <see cref="OutboundBody"/>.</param>
/// <param name="Format">Text, buttons, list or template.</param>
/// <param name="ApprovedBy">The lawyer behind a reply.</param>
/// <param name="Quotes">The message that it answers, where it names one.</param>
/// <param name="Template">Which one it fills, where it is one.</param>
public sealed record OutboundRequested(
    OutboundMessageId Message,
    ConversationId Conversation,
    ChannelId Channel,
    DataSubjectId Client,
    OutboundKind Kind,
    string Basis,
    ContentRef Content,
    string Format,
    StaffId? ApprovedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BlindIndex? Quotes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TemplateId? Template = null) : OutboundMessageEvent(Message, Conversation);

/// <summary>Every gate is open and Meta is about to be asked; from here on it is never asked a second time without knowing the answer.</summary>
public sealed record OutboundSending(OutboundMessageId Message, ConversationId Conversation) : OutboundMessageEvent(Message, Conversation);

/// <summary>Meta took the message and named it.</summary>
public sealed record OutboundAccepted(OutboundMessageId Message, ConversationId Conversation, BlindIndex Wamid)
    : OutboundMessageEvent(Message, Conversation);

/// <summary>A gate was closed just before the send: it was not sent.</summary>
/// <param name="Reason">The rule that a template broke, or what is the matter with the file, where that was the gate.</param>
public sealed record OutboundBlocked(
    OutboundMessageId Message, ConversationId Conversation, Gate Gate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null) : OutboundMessageEvent(Message, Conversation);

/// <summary>Meta refused the message for good.</summary>
/// <param name="Code">Meta's error code, or 0 where none was given.</param>
public sealed record OutboundFailed(OutboundMessageId Message, ConversationId Conversation, int Code) : OutboundMessageEvent(Message, Conversation);

/// <summary>Meta did not answer: it may have been sent. A status will settle it; nothing is sent again by itself.</summary>
public sealed record OutboundUnanswered(OutboundMessageId Message, ConversationId Conversation) : OutboundMessageEvent(Message, Conversation);

/// <summary>Meta asked to wait (throughput, maintenance): surely not sent, so it may be asked again.</summary>
public sealed record OutboundDeferred(OutboundMessageId Message, ConversationId Conversation, int Code) : OutboundMessageEvent(Message, Conversation);

/// <summary>It is to be sent later.</summary>
/// <param name="Until">When it is brought back, and every gate asked again.</param>
/// <param name="Gate">The gate that made it wait; none where a person chose the time.</param>
public sealed record OutboundScheduled(OutboundMessageId Message, ConversationId Conversation, DateTimeOffset Until, Gate? Gate)
    : OutboundMessageEvent(Message, Conversation);

/// <summary>Every gate but this one is open, and this one opens by itself: it waits in its lane. Said once, however long that takes.</summary>
public sealed record OutboundHeld(OutboundMessageId Message, ConversationId Conversation, Gate Gate) : OutboundMessageEvent(Message, Conversation);

/// <summary>The window closed while it waited: it was not sent, and only a template can reach the client.</summary>
public sealed record OutboundExpired(OutboundMessageId Message, ConversationId Conversation) : OutboundMessageEvent(Message, Conversation);

/// <summary>A person called it back before it was sent.</summary>
public sealed record OutboundCancelled(OutboundMessageId Message, ConversationId Conversation, StaffId By)
    : OutboundMessageEvent(Message, Conversation);

/// <summary>A person has it sent again after it failed, was stopped or was never answered; every gate is asked anew.</summary>
public sealed record OutboundRetried(OutboundMessageId Message, ConversationId Conversation, StaffId By)
    : OutboundMessageEvent(Message, Conversation);
