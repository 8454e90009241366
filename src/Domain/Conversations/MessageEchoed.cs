using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>Somebody of the firm wrote to the client from WhatsApp's own application, past the hub; no approval stands behind it.</summary>
/// <param name="MessageType">Meta's type name.</param>
/// <param name="Content">Where the words lie.</param>
/// <param name="SentAt">Meta's timestamp.</param>
public sealed record MessageEchoed(
    ConversationId Conversation, MessageId Message, BlindIndex Wamid, string MessageType, ContentRef Content, DateTimeOffset SentAt, BlindIndex? RepliesTo)
    : ConversationEvent(Conversation);
