using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>One subscription, run by one node at a time.</summary>
internal interface IShard
{
    string Name { get; }

    /// <summary>Of what it makes of past events; a policy makes nothing of them: 1.</summary>
    int Version { get; }

    /// <summary>Whether a shard new to an installation leaves what happened before alone.</summary>
    bool StartsFromNow { get; }

    /// <summary>Whether it goes through the log event by event, and so has a checkpoint.</summary>
    bool FollowsLog => true;

    /// <summary>Does what the events ask for, from the stored checkpoint on, until cancelled or in trouble; a rebuild comes back when it is done.</summary>
    Task Follow(EventFeed feed, CancellationToken cancellationToken);
}

/// <summary>A shard cannot get past an event; it alone stands still, with this reason.</summary>
internal sealed class ShardStoppedException(long? @event, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public long? Event => @event;
}
