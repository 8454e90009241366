using RabbitMQ.Client;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>
/// Exchanges and queues: a lane always falls into the same queue, by consistent hash; a queue is replicated, and served by one process
/// at a time. What comes back too often falls into the queue of the dead.
/// </summary>
internal static class RabbitMqTopology
{
    public static async Task Declare(IConnection connection, RabbitMqOptions options, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(options.LanesExchange, "x-consistent-hash", durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(options.DeadExchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(
            options.DeadQueue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(options.DeadQueue, options.DeadExchange, "", cancellationToken: cancellationToken);

        // Nothing is ever put into it: its consumers are counted, as a queue with a single active one does not tell who stands by.
        await channel.QueueDeclareAsync(options.ProcessesQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        for (var number = 0; number < options.Queues; number++)
        {
            var queue = options.QueueName(number);
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?>
                {
                    ["x-queue-type"] = "quorum",
                    ["x-single-active-consumer"] = true,
                    ["x-delivery-limit"] = options.DeliveryLimit,
                    ["x-dead-letter-exchange"] = options.DeadExchange,
                    ["x-dead-letter-strategy"] = "at-least-once",
                    ["x-overflow"] = "reject-publish",
                    ["x-max-length"] = options.QueueLength,
                },
                cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue, options.LanesExchange, "1", cancellationToken: cancellationToken);
        }
    }
}
