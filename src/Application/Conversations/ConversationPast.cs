using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// What was known of a conversation at a moment: all that had happened about its client, over many streams, folded anew by the projections
/// that make the present views.
/// </summary>
internal sealed record ConversationPast(IReadOnlyList<EventEnvelope> Events)
{
    /// <summary>Empty where the conversation had not begun.</summary>
    public static async Task<ConversationPast> Load(
        IEventReader events, TenantId tenant, ConversationId conversation, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var own = await events.Load(ConversationStream.Of(tenant, conversation), StreamBound.At(asOf), cancellationToken);
        return own.Select(envelope => envelope.Event).OfType<ConversationOpened>().FirstOrDefault() is { } opened
            ? new ConversationPast(await events.LoadAbout(tenant, opened.Client, asOf, cancellationToken))
            : new ConversationPast([]);
    }

    public TView? Find<TView>(Projection<TView> projection, Guid key)
        where TView : class
    {
        var wanted = new DocumentKey(key);
        return Events.Where(envelope => projection.KeysOf(envelope).Contains(wanted))
            .Aggregate(default(TView), (view, envelope) => projection.Evolve(wanted, view, envelope));
    }

    /// <summary>The documents that carry <paramref name="tag"/>, in the order of their lists.</summary>
    public IReadOnlyList<TView> List<TView>(Projection<TView> projection, string tag)
        where TView : class =>
    [
        .. Events.SelectMany(projection.KeysOf).Distinct().Select(key => Find(projection, key.Value)).OfType<TView>()
            .Where(view => projection.Tags(view).Contains(tag)).OrderBy(projection.SortKey, StringComparer.Ordinal),
    ];
}
