using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// The log batch by batch. After a full batch, which says that more is there, the next one is read while the caller folds and writes this
/// one; at the end of the log nothing is read ahead, so that what comes meanwhile is taken together.
/// </summary>
internal sealed class BatchesAhead(EventFeed feed, Position start, CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>Large enough that a document which many of the events touch is loaded and written seldom; small enough for a dozen of shards at once.</summary>
    public const int Size = 4096;

    private readonly CancellationTokenSource _reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    private Position _taken = start;
    private Task<IReadOnlyList<FeedItem>>? _next;

    /// <summary>At least one event: waits for it.</summary>
    public async Task<IReadOnlyList<FeedItem>> Next()
    {
        var items = await (_next ?? Read());
        _taken = items[^1].Position;
        _next = items.Count == Size ? Read() : null;
        return items;
    }

    public async ValueTask DisposeAsync()
    {
        await _reading.CancelAsync();
        if (_next is not null)
        {
            await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _reading.Dispose();
    }

    private Task<IReadOnlyList<FeedItem>> Read() => feed.Next(_taken, Size, _reading.Token);
}
