using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>The client asked WhatsApp to stop, or to resume, marketing messages of this number. Other messages are not concerned.</summary>
public sealed record MarketingPreferenceChanged(ConversationId Conversation, DataSubjectId Client, bool Stopped, DateTimeOffset At)
    : ConversationEvent(Conversation);
