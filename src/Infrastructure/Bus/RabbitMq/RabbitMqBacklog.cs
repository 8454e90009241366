namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>What waits at the broker by queue, and what this process has in hand by topic.</summary>
internal sealed class RabbitMqBacklog(RabbitMqLink link, RabbitMqOptions options, MessagesInHand inHand) : IBacklog
{
    public async Task<IReadOnlyList<TopicBacklog>> Read(CancellationToken cancellationToken)
    {
        var backlog = new List<TopicBacklog>(inHand.Read());
        if (!link.IsConnected)
        {
            return backlog; // the health check says so; what the database holds is measured all the same
        }

        var connection = await link.Open(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        for (var number = 0; number < options.Queues; number++)
        {
            var queue = options.QueueName(number);
            backlog.Add(new(queue, await channel.MessageCountAsync(queue, cancellationToken), TimeSpan.Zero));
        }

        return backlog;
    }
}
