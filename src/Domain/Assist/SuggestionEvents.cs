using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Assist;

/// <summary>What assist said, and what a person did with it; never an act of its own.</summary>
public abstract record SuggestionEvent(SuggestionId Suggestion, ConversationId Conversation) : IDomainEvent;

/// <summary>Assist put a classification or a draft on the desk.</summary>
/// <param name="Model">Name and version of what spoke.</param>
/// <param name="InputHash">SHA-256 of the masked input, 64 lower-case hex digits.</param>
/// <param name="Labels">For a classification.</param>
/// <param name="Evidence">Features and weights, sealed: a feature may be the client's own word.</param>
/// <param name="Draft">For a draft reply.</param>
/// <param name="Citations">The articles a draft rests on; a draft without any says so.</param>
public sealed record SuggestionOffered(
    SuggestionId Suggestion,
    ConversationId Conversation,
    SuggestionKind Kind,
    string Model,
    string InputHash,
    double Score,
    ClassLabels? Labels,
    Personal<IReadOnlyList<Evidence>>? Evidence,
    DraftText? Draft,
    IReadOnlyList<Citation> Citations) : SuggestionEvent(Suggestion, Conversation);

/// <summary>A person took the suggestion as it was.</summary>
public sealed record SuggestionAccepted(SuggestionId Suggestion, ConversationId Conversation, StaffId By) : SuggestionEvent(Suggestion, Conversation);

/// <summary>A person took the suggestion with changes.</summary>
/// <param name="Distance">Words added, removed or changed.</param>
public sealed record SuggestionEdited(SuggestionId Suggestion, ConversationId Conversation, StaffId By, int Distance)
    : SuggestionEvent(Suggestion, Conversation);

/// <summary>A person put the suggestion aside.</summary>
public sealed record SuggestionDismissed(SuggestionId Suggestion, ConversationId Conversation, StaffId By) : SuggestionEvent(Suggestion, Conversation);

public enum SuggestionKind
{
    Classification,
    DraftReply,
}

/// <summary>The labels of the message classes, spelt as in the labelled data.</summary>
public sealed record ClassLabels(string Language, string PracticeArea, string Intent, string Urgency, string Complexity);

/// <summary>An article as it was called when it was cited.</summary>
public sealed record Citation(ArticleId Article, string Title);
