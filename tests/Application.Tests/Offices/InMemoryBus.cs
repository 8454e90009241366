using Lawyers.Hub.Application.Bus;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>What was published and not yet taken, in order; an id is taken once per topic.</summary>
internal sealed class InMemoryBus : IBus
{
    private readonly HashSet<(string Topic, Guid Id)> _known = [];
    private readonly Queue<BusMessage> _waiting = new();

    public Task Publish(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages.Where(message => _known.Add((message.Topic, message.Id))))
        {
            _waiting.Enqueue(message);
        }

        return Task.CompletedTask;
    }

    public bool TryTake(out BusMessage message) => _waiting.TryDequeue(out message!);
}
