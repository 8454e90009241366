using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>A batch of events on its way through one projection, up to the first event that the projection cannot take.</summary>
internal sealed class Folding(RegisteredProjection projection)
{
    private readonly Dictionary<(TenantId Tenant, DocumentKey Key), Document> _documents = [];

    public IReadOnlyCollection<Document> Documents => _documents.Values;

    public IReadOnlyList<Document> Changed => [.. _documents.Values.Where(document => document.IsTouched)];

    public ShardStoppedException? Poison { get; private set; }

    /// <summary>Which documents each event belongs to.</summary>
    public IReadOnlyList<(FeedItem Item, Document[] Documents)> Sort(IReadOnlyList<FeedItem> items)
    {
        var sorted = new List<(FeedItem, Document[])>(items.Count);
        foreach (var item in items)
        {
            if (item.Envelope is not { } envelope)
            {
                Poison = new ShardStoppedException(item.Row.Position.Sequence, item.Unreadable ?? "The event cannot be read.");
                break;
            }

            if (!Try(item, () => sorted.Add((item, [.. projection.KeysOf(envelope).Distinct().Select(key => Find(envelope.Tenant, key))]))))
            {
                break;
            }
        }

        return sorted;
    }

    /// <summary>Folds; the answer is how many events were taken.</summary>
    public int Fold(IReadOnlyList<(FeedItem Item, Document[] Documents)> sorted)
    {
        var folded = 0;
        foreach (var (item, documents) in sorted)
        {
            var views = new object?[documents.Length];
            if (!Try(item, () =>
                {
                    for (var i = 0; i < documents.Length; i++)
                    {
                        views[i] = projection.Evolve(documents[i].Key, documents[i].View, item.Envelope!);
                    }
                }))
            {
                break;
            }

            for (var i = 0; i < documents.Length; i++)
            {
                Change(documents[i], views[i], item);
            }

            folded++;
        }

        return folded;
    }

    private static void Change(Document document, object? view, FeedItem item)
    {
        if (!ReferenceEquals(document.View, view))
        {
            document.View = view;
            document.Sequence = item.Row.Position.Sequence;
            document.IsTouched = true;
        }
    }

    private Document Find(TenantId tenant, DocumentKey key)
    {
        if (!_documents.TryGetValue((tenant, key), out var document))
        {
            document = new Document(tenant, key);
            _documents.Add((tenant, key), document);
        }

        return document;
    }

#pragma warning disable CA1031 // whatever a projection throws on an event stops this projection at this event, and no other
    private bool Try(FeedItem item, Action fold)
    {
        try
        {
            fold();
            return true;
        }
        catch (Exception e)
        {
            Poison = new ShardStoppedException(item.Row.Position.Sequence, FailureReason.Of(e), e);
            return false;
        }
    }
#pragma warning restore CA1031
}
