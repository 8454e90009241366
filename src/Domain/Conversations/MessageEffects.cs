using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>What a message does to an earlier one, which stays as it was.</summary>
/// <param name="Message">The message that does it; it was received under its own wamid.</param>
/// <param name="Target">The wamid of the earlier one.</param>
public abstract record MessageEffect(ConversationId Conversation, MessageId Message, BlindIndex Target) : ConversationEvent(Conversation);

/// <summary>The client gave an earlier message new words; the first words stay.</summary>
/// <param name="Original">The earlier message.</param>
/// <param name="Content">Where the new words lie.</param>
public sealed record MessageEdited(ConversationId Conversation, MessageId Message, BlindIndex Target, MessageId Original, ContentRef Content)
    : MessageEffect(Conversation, Message, Target);

/// <summary>The client took an earlier message back on their phone; here it stays.</summary>
/// <param name="Original">The earlier message.</param>
public sealed record MessageRevoked(ConversationId Conversation, MessageId Message, BlindIndex Target, MessageId Original)
    : MessageEffect(Conversation, Message, Target);

/// <summary>The client reacted to an earlier message, of either side, or took the reaction back.</summary>
/// <param name="To">The message on the timeline; none where this hub does not know it.</param>
/// <param name="Content">Where the sign lies; none where the reaction was taken back.</param>
public sealed record MessageReacted(ConversationId Conversation, MessageId Message, BlindIndex Target, Guid? To, ContentRef? Content)
    : MessageEffect(Conversation, Message, Target);
