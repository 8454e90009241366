using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Privacy;

/// <summary>Which contents of the vault an event points at.</summary>
public static class WrittenContents
{
    /// <summary>Those of this conversation: empty where the event belongs to another one, or holds no words.</summary>
    public static IEnumerable<ContentRef> Of(object @event, ConversationId conversation) => @event switch
    {
        ConversationEvent e when e.Conversation == conversation => Of(e),
        ReplyEvent e when e.Conversation == conversation => Of(e),
        OutboundRequested e when e.Conversation == conversation => [e.Content],
        MediaFetched e when e.Conversation == conversation => [e.Content],
        SuggestionOffered { Draft: { } draft } e when e.Conversation == conversation => [draft.Content],
        _ => [],
    };

    private static IEnumerable<ContentRef> Of(ConversationEvent @event) => @event switch
    {
        MessageReceived { Content: { } content } => [content],
        MessageEdited e => [e.Content],
        MessageReacted { Content: { } content } => [content],
        MessageEchoed e => [e.Content],
        NoteAdded e => [e.Content],
        _ => [],
    };

    private static IEnumerable<ContentRef> Of(ReplyEvent @event) => @event switch
    {
        ReplyProposed e => [e.Text.Content],
        ReplyEdited e => [e.Text.Content],
        ReplyApproved e => [e.Text.Content],
        _ => [],
    };
}
