using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>What somebody of the firm, or a program that holds a token, was shown of one client.</summary>
public abstract record ReadingEvent(DataSubjectId Client, ConversationId? Conversation) : IDomainEvent;

/// <summary>A client's words, name or case were shown in clear. It names what was shown and holds nothing of it.</summary>
/// <param name="Contents">What was shown and had not been shown to the same reader shortly before; at most <see cref="Most"/>.</param>
public sealed record ContentRead(DataSubjectId Client, ConversationId? Conversation, IReadOnlyList<ContentSeen> Contents)
    : ReadingEvent(Client, Conversation)
{
    public const int Most = 200;
}

/// <summary>A client's whole phone number was shown, for the reason that stands beside the event.</summary>
public sealed record NumberRevealed(DataSubjectId Client, ConversationId? Conversation) : ReadingEvent(Client, Conversation);

/// <summary>A link to a file was given, good for whoever asked until it expires.</summary>
public sealed record MediaLinkIssued(DataSubjectId Client, ConversationId? Conversation, MediaAssetId Asset, DateTimeOffset Until)
    : ReadingEvent(Client, Conversation);

/// <summary>One thing that was shown.</summary>
/// <param name="Id">Of the content, or of the client, intake, matter, time entry or invoice that holds it.</param>
/// <param name="Version">How far a growing thing had grown: an intake's answers up to this version of its stream.</param>
public sealed record ContentSeen(ContentKind Kind, Guid Id, long? Version = null);

/// <summary>Kinds of content, by what their id names.</summary>
public enum ContentKind
{
    /// <summary>The client's name, or the end of the number while no name is known; the client's id.</summary>
    Name,

    /// <summary>The beginning of a message; the content's id.</summary>
    Preview,

    /// <summary>A whole message, of the client or to the client; the content's id.</summary>
    Message,

    /// <summary>The words that a classification rests on; the suggestion's id.</summary>
    Evidence,

    /// <summary>Words that assist proposed; the content's id.</summary>
    Draft,

    /// <summary>A proposed reply; the content's id.</summary>
    Reply,

    /// <summary>The answers of an intake; the intake's id.</summary>
    Answers,

    /// <summary>A matter's title and the names in it; the matter's id.</summary>
    Matter,

    /// <summary>The notes of a ticket; the ticket's id.</summary>
    Ticket,

    /// <summary>What a time entry says was done; the time entry's id.</summary>
    Narrative,

    /// <summary>An invoice with its lines; the invoice's id.</summary>
    Invoice,
}
