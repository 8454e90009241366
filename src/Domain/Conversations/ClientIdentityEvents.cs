using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>A number or user id was seen together with one of the client's: from here on both are this client.</summary>
public sealed record ClientIdentityLinked(ConversationId Conversation, DataSubjectId Client, IdentityKind Kind, BlindIndex Name)
    : ConversationEvent(Conversation);

/// <summary>WhatsApp says that the client goes by another number or user id now; the history stays one.</summary>
/// <param name="Label">How the client is shown from here on: the last digits of the new number.</param>
public sealed record ClientIdentityChanged(
    ConversationId Conversation, DataSubjectId Client, IdentityKind Kind, BlindIndex Name, Personal<string> Label)
    : ConversationEvent(Conversation);

/// <summary>A number or user id of this client is, or was, another client's: both histories stay apart until a person looks.</summary>
public sealed record ClientIdentityContested(
    ConversationId Conversation, DataSubjectId Client, IdentityKind Kind, BlindIndex Name, DataSubjectId Other)
    : ConversationEvent(Conversation);

/// <summary>A person has looked at who the client is, and the doubt is settled; why stands in the event's metadata.</summary>
public sealed record ClientIdentitySettled(ConversationId Conversation, DataSubjectId Client) : ConversationEvent(Conversation);

/// <summary>WhatsApp says that the client's security code changed: another phone, or WhatsApp installed anew.</summary>
/// <param name="Message">The notice that said so.</param>
public sealed record ClientSecurityCodeChanged(ConversationId Conversation, DataSubjectId Client, MessageId Message)
    : ConversationEvent(Conversation);
