using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Audit;

/// <summary>One thing that a caller is about to see in clear, of which client and in which conversation.</summary>
public readonly record struct Shown(DataSubjectId Client, ConversationId? Conversation, ContentSeen Content)
{
    public static Shown Of(ContentKind kind, ContentRef content, ConversationId? conversation = null) =>
        new(content.Subject, conversation, new ContentSeen(kind, content.Id));

    /// <summary>What is erased is not shown: there is nothing to record then.</summary>
    public static IEnumerable<Shown> Of<T>(ContentKind kind, Personal<T>? personal, Guid id, ConversationId? conversation = null, long? version = null)
        where T : notnull => personal is { IsErased: false, Value: not null }
            ? [new(personal.Subject, conversation, new ContentSeen(kind, id, version))]
            : [];
}
