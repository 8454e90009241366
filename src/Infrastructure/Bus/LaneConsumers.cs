using Lawyers.Hub.Application.Bus;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Who handles which topic: one consumer each.</summary>
public sealed class LaneConsumers(IEnumerable<IBusConsumer> consumers)
{
    private readonly Dictionary<string, IBusConsumer> _byTopic = consumers.ToDictionary(consumer => consumer.Topic);

    public IReadOnlyCollection<string> Topics => _byTopic.Keys;

    public IBusConsumer Of(string topic) => _byTopic[topic];
}
