using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>What happens between one client and one channel.</summary>
public abstract record ConversationEvent(ConversationId Conversation) : IDomainEvent;

/// <summary>What Meta, or our own call, says of one message sent in a conversation.</summary>
public interface IMessageStatus
{
    BlindIndex Wamid { get; }
}

/// <summary>A client wrote to a channel of the firm for the first time.</summary>
/// <param name="Label">How the client is shown until a name is known: the last digits of the number.</param>
public sealed record ConversationOpened(ConversationId Conversation, ChannelId Channel, DataSubjectId Client, Personal<string> Label)
    : ConversationEvent(Conversation);

/// <summary>A message of the client arrived; its words lie sealed beside the log.</summary>
/// <param name="MessageType">Meta's type name, also of types that are not understood.</param>
/// <param name="Content">Where the words lie; none for a message without any.</param>
/// <param name="Words">Number of words, for the time rule.</param>
/// <param name="SentAt">Meta's timestamp: it opens the service window.</param>
/// <param name="ReceivedAt">When the webhook was durable.</param>
/// <param name="OpensWindow">Whether this type opens the service window.</param>
public sealed record MessageReceived(
    ConversationId Conversation,
    MessageId Message,
    BlindIndex Wamid,
    string MessageType,
    ContentRef? Content,
    int Words,
    DateTimeOffset SentAt,
    DateTimeOffset ReceivedAt,
    bool OpensWindow,
    BlindIndex? RepliesTo) : ConversationEvent(Conversation);

/// <summary>Meta took the message and named it; also learnt from a status that arrived before our own call was answered.</summary>
public sealed record MessageSent(ConversationId Conversation, OutboundMessageId Message, BlindIndex Wamid, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>Meta says that the message is on the client's phone.</summary>
public sealed record MessageDelivered(ConversationId Conversation, OutboundMessageId Message, BlindIndex Wamid, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>Meta says that the client has opened the message.</summary>
public sealed record MessageRead(ConversationId Conversation, OutboundMessageId Message, BlindIndex Wamid, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>Meta says that the message did not reach the client.</summary>
/// <param name="Code">Meta's error code.</param>
public sealed record MessageFailed(ConversationId Conversation, OutboundMessageId Message, BlindIndex Wamid, int Code, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>A status of a message that this hub did not send, or not yet: kept, so that it can be matched.</summary>
public sealed record MessageStatusUnmatched(ConversationId Conversation, BlindIndex Wamid, DeliveryStatus Status, int? Code, DateTimeOffset At)
    : ConversationEvent(Conversation), IMessageStatus;

/// <summary>A person answers from here on; the script is silent.</summary>
public sealed record ConversationTakenOver(ConversationId Conversation, StaffId By) : ConversationEvent(Conversation);

/// <summary>The script may speak again.</summary>
/// <param name="By">None where the idle time gave it back.</param>
public sealed record ConversationGivenBack(ConversationId Conversation, StaffId? By) : ConversationEvent(Conversation);

/// <summary>A staff member has seen everything up to here.</summary>
public sealed record ConversationSeen(ConversationId Conversation, StaffId By, MessageId UpTo) : ConversationEvent(Conversation);
