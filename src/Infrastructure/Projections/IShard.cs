using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>One subscription, run by one node at a time.</summary>
internal interface IShard
{
    string Name { get; }

    /// <summary>Whether a shard new to an installation leaves what happened before alone.</summary>
    bool StartsFromNow { get; }

    /// <summary>Does what the events ask for. The answer is the checkpoint as it is stored now, which may lie behind the last event.</summary>
    /// <param name="stored">The checkpoint as it is stored.</param>
    /// <param name="items">The events after all that was taken before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Position> Take(Position stored, IReadOnlyList<FeedItem> items, CancellationToken cancellationToken);
}

/// <summary>A shard cannot get past an event; it alone stands still, with this reason.</summary>
internal sealed class ShardStoppedException(long? @event, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public long? Event => @event;
}
