using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>Meta says that the client has played the voice message.</summary>
public sealed record MessagePlayed(ConversationId Conversation, OutboundMessageId Message, BlindIndex Wamid, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>Meta says what the message is charged as. Cost is read from here and never guessed from the window.</summary>
/// <param name="Message">None where this hub does not know the wamid.</param>
/// <param name="Category">Such as <c>utility</c>, <c>service</c>, <c>marketing</c>.</param>
/// <param name="PricingType">Such as <c>regular</c>, <c>free_customer_service</c>; none before it was introduced.</param>
/// <param name="Model">Such as <c>PMP</c> (per message) or <c>CBP</c> (per conversation).</param>
/// <param name="Billable">None where Meta does not say.</param>
public sealed record MessagePriced(
    ConversationId Conversation,
    OutboundMessageId? Message,
    BlindIndex Wamid,
    string Category,
    string? PricingType,
    string? Model,
    bool? Billable,
    DateTimeOffset At) : ConversationEvent(Conversation), IMessageStatus;

/// <summary>Meta gave several reasons why the message did not reach the client; the first one stands in its failure.</summary>
/// <param name="Message">None where this hub does not know the wamid.</param>
/// <param name="Codes">Meta's error codes, all of them, in its order.</param>
public sealed record MessageErrorsListed(
    ConversationId Conversation, OutboundMessageId? Message, BlindIndex Wamid, IReadOnlyList<int> Codes, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;
