using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Assist;

/// <param name="Text">The draft, for those who may read content.</param>
public sealed record SuggestionView(
    SuggestionId Id,
    SuggestionKind Kind,
    ConversationId ConversationId,
    string? Text,
    IReadOnlyList<CitationView> Citations,
    double Score,
    string Model,
    SuggestionState State,
    DateTimeOffset At);

/// <summary>What assist has said of a conversation, newest first.</summary>
internal sealed class SuggestionReading(IViews views, DraftTexts drafts)
{
    private const int Most = 20;

    private static readonly SuggestionProjection Projection = new();

    public async Task<IReadOnlyList<SuggestionCard>> Of(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken)
    {
        var page = await views.List<SuggestionCard>(
            tenant, [TimelineProjection.ConversationTag(conversation)], new PageRequest(Limit: Most, Descending: true), cancellationToken);
        return page.Items;
    }

    /// <summary>As it was then.</summary>
    public static IReadOnlyList<SuggestionCard> Of(ConversationPast past, ConversationId conversation) =>
        [.. past.List(Projection, TimelineProjection.ConversationTag(conversation)).Reverse().Take(Most)];

    /// <summary>With the drafts opened for whoever may read them.</summary>
    public async Task<IReadOnlyList<SuggestionView>> Show(Caller caller, IEnumerable<SuggestionCard> cards, CancellationToken cancellationToken)
    {
        var shown = new List<SuggestionView>();
        foreach (var card in cards)
        {
            var text = caller.MayReadContent() && card.Draft is { } draft ? await drafts.Open(caller.Tenant, draft, cancellationToken) : null;
            shown.Add(new SuggestionView(
                card.Id, card.Kind, card.Conversation, text, card.Citations, card.Score, card.Model, card.State, card.At));
        }

        return shown;
    }
}
