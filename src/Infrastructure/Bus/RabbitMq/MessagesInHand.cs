using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>What this process has taken from the broker and not finished. Queues give in order: the oldest of them is the oldest there is.</summary>
internal sealed class MessagesInHand
{
    private readonly ConcurrentDictionary<object, (string Topic, long Since)> _held = new(ReferenceEqualityComparer.Instance);

    public void Take(Lane lane, WaitingMessage message) => _held[message] = (lane.Origin, Stopwatch.GetTimestamp());

    public void Leave(WaitingMessage message) => _held.TryRemove(message, out _);

    public IEnumerable<TopicBacklog> Read() => _held.Values.GroupBy(held => held.Topic)
        .Select(topic => new TopicBacklog(topic.Key, topic.Count(), Stopwatch.GetElapsedTime(topic.Min(held => held.Since))));
}
