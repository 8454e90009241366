using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>Takes what the broker gave up on to where all dead letters lie.</summary>
internal static class DeadQueueReader
{
    private const string Reason = "It came back without an answer again and again: handling it may end the process.";

    public static async Task<IChannel> Open(
        IConnection connection, RabbitMqOptions options, MessageAttempt attempt, RestingLanes resting, ILogger logger, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.BasicQosAsync(0, 1, global: false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            if (LaneMessage.Read(delivery.BasicProperties, delivery.Body) is var (lane, message))
            {
                var dead = message with { Attempts = options.DeliveryLimit };
                await DatabasePatience.Until(
                    async () =>
                    {
                        await attempt.GiveUp(lane, dead, Reason);
                        await resting.Bury(lane, dead);
                    },
                    logger,
                    delivery.CancellationToken);
            }
            else
            {
                logger.LogError("A message that the hub did not publish was dropped from the queue of the dead");
            }

            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, delivery.CancellationToken);
        };
        await channel.BasicConsumeAsync(options.DeadQueue, autoAck: false, consumer, cancellationToken);
        return channel;
    }
}
