using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>Somebody is to care for this conversation from here on; holding it is another matter.</summary>
/// <param name="To">None: nobody any more.</param>
public sealed record ConversationAssigned(ConversationId Conversation, StaffId? To) : ConversationEvent(Conversation);

/// <summary>A staff member left a note for the others; it is never sent.</summary>
/// <param name="Content">Where its words lie.</param>
public sealed record NoteAdded(ConversationId Conversation, NoteId Note, StaffId By, ContentRef Content) : ConversationEvent(Conversation);

/// <summary>Nothing is to be done here until a moment, or until the client writes.</summary>
public sealed record ConversationSnoozed(ConversationId Conversation, DateTimeOffset Until) : ConversationEvent(Conversation);

/// <summary>The conversation is in the inbox again: its moment came, the client wrote, or somebody took it up.</summary>
public sealed record ConversationWoken(ConversationId Conversation, WakeReason Reason) : ConversationEvent(Conversation);

public enum WakeReason
{
    Time,
    Message,
    Staff,
}

/// <summary>Nothing is left to be done here, until the client writes again.</summary>
public sealed record ConversationResolved(ConversationId Conversation) : ConversationEvent(Conversation);

/// <summary>There is something to be done again.</summary>
/// <param name="ByMessage">Because the client wrote.</param>
public sealed record ConversationReopened(ConversationId Conversation, bool ByMessage) : ConversationEvent(Conversation);

/// <summary>The firm sends nothing to this client any more, for the reason that stands beside the event; what they write is still kept.</summary>
public sealed record ClientBlocked(ConversationId Conversation, DataSubjectId Client) : ConversationEvent(Conversation);

/// <summary>The firm answers this client again.</summary>
public sealed record ClientUnblocked(ConversationId Conversation, DataSubjectId Client) : ConversationEvent(Conversation);
