namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What waits in one place: in the database, at a broker.</summary>
public interface IBacklog
{
    Task<IReadOnlyList<TopicBacklog>> Read(CancellationToken cancellationToken);
}

/// <summary>What waits under one topic, or in one queue of a broker.</summary>
public sealed record TopicBacklog(string Topic, long Depth, TimeSpan OldestAge);
