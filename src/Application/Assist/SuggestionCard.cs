using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Assist;

/// <summary>One suggestion and what became of it, its words still sealed.</summary>
public sealed record SuggestionCard(
    SuggestionId Id,
    ConversationId Conversation,
    SuggestionKind Kind,
    string Model,
    double Score,
    DraftText? Draft,
    IReadOnlyList<CitationView> Citations,
    DateTimeOffset At)
{
    public SuggestionState State { get; init; } = SuggestionState.Offered;
}

/// <summary>An article that a draft rests on.</summary>
public sealed record CitationView(ArticleId ArticleId, string Title);

public enum SuggestionState
{
    Offered,
    Accepted,
    Edited,
    Dismissed,
}

internal sealed class SuggestionProjection : Projection<SuggestionCard>
{
    public override string Name => "suggestion";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is SuggestionEvent e ? [new(e.Suggestion.Value)] : [];

    public override SuggestionCard? Evolve(DocumentKey key, SuggestionCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, SuggestionOffered e) => new SuggestionCard(
            e.Suggestion, e.Conversation, e.Kind, e.Model, e.Score, e.Draft,
            [.. e.Citations.Select(citation => new CitationView(citation.Article, citation.Title))], envelope.At),
        (not null, SuggestionAccepted) => view with { State = SuggestionState.Accepted },
        (not null, SuggestionEdited) => view with { State = SuggestionState.Edited },
        (not null, SuggestionDismissed) => view with { State = SuggestionState.Dismissed },
        _ => view,
    };

    public override string SortKey(SuggestionCard view) => view.At.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(SuggestionCard view) =>
        [TimelineProjection.ConversationTag(view.Conversation), $"kind:{view.Kind}"];
}
