using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Application.Policies;

/// <summary>
/// A subscription that turns events into commands and writes nothing else. Called at least once for each event, in safe order
/// within a stream and within a correlation; what it sends carries <see cref="Provenance.Of"/> this event, so a second call changes nothing.
/// </summary>
public interface IPolicy
{
    /// <summary>Name of the shard and of the actor <c>system:NAME</c>, in snake_case.</summary>
    string Name { get; }

    Task Handle(EventEnvelope envelope, CancellationToken cancellationToken);
}
