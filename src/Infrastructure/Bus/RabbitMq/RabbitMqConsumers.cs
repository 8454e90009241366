using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>
/// Reads all queues. The broker lets one process at a time serve a queue and the others stand by, so a queue moves as soon as its process is
/// gone; a process that serves more than its share steps behind the others.
/// </summary>
internal sealed class RabbitMqConsumers(
    RabbitMqLink link, RabbitMqOptions options, BusOptions bus, MessageAttempt attempt, RestingLanes resting,
    MessagesInHand inHand, ILogger<RabbitMqConsumers> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var receiving = new SemaphoreSlim(bus.ReceivingLanes);
        using var sending = new SemaphoreSlim(bus.SendingLanes);
        using var others = new SemaphoreSlim(bus.Lanes);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Session(Slots, stoppingToken);
            }
            catch (Exception exception) when (RabbitMqTrouble.Is(exception))
            {
                logger.LogDebug("The queues are not read ({Problem})", exception.GetType().Name); // the link tells it once
            }

            await Task.Delay(options.Reconnect, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        SemaphoreSlim Slots(Lane lane) => TrafficTopics.Of(lane.Origin) switch
        {
            Traffic.Receiving => receiving,
            Traffic.Sending => sending,
            _ => others,
        };
    }

    private async Task Session(Func<Lane, SemaphoreSlim> slots, CancellationToken stoppingToken)
    {
        var connection = await link.Open(stoppingToken);
        await using var dead = await DeadQueueReader.Open(connection, options, attempt, resting, logger, stoppingToken);
        await dead.BasicConsumeAsync(options.ProcessesQueue, autoAck: true, new AsyncEventingBasicConsumer(dead), stoppingToken);
        var readers = new List<QueueReader>();
        try
        {
            for (var number = 0; number < options.Queues; number++)
            {
                readers.Add(await Read(options.QueueName(number)));
            }

            while (connection.IsOpen && dead.IsOpen && !stoppingToken.IsCancellationRequested)
            {
                Task lost = Task.WhenAny(readers.Select(reader => reader.Closed)).WaitAsync(options.Sharing, stoppingToken);
                await lost.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!stoppingToken.IsCancellationRequested)
                {
                    await Replace(readers.FindIndex(reader => reader.Closed.IsCompleted));
                    await Replace(await Surplus(connection, readers, stoppingToken));
                }
            }
        }
        finally
        {
            await Task.WhenAll(readers.Select(reader => Leave(reader, bus.Grace)));
        }

        async Task Replace(int at)
        {
            if (at >= 0)
            {
                var reader = readers[at];
                readers.RemoveAt(at);
                await Leave(reader, bus.Grace);
                readers.Add(await Read(reader.Queue));
            }
        }

        Task<QueueReader> Read(string queue) => QueueReader.Open(connection, queue, options, attempt, resting, slots, inHand, logger, stoppingToken);
    }

    /// <summary>One that is served here while others, who serve fewer, stand by; -1 if there is none.</summary>
    private async Task<int> Surplus(IConnection connection, List<QueueReader> readers, CancellationToken cancellationToken)
    {
        var active = readers.FindLastIndex(reader => reader.IsActive);
        if (active < 0)
        {
            return -1;
        }

        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var processes = Math.Max(1u, await channel.ConsumerCountAsync(options.ProcessesQueue, cancellationToken));
        var share = (int)Math.Ceiling(options.Queues / (double)processes);
        return readers.Count(reader => reader.IsActive) > share ? active : -1;
    }

    private async Task Leave(QueueReader reader, TimeSpan grace)
    {
        try
        {
            await reader.HandBack(grace);
        }
        catch (Exception exception) when (RabbitMqTrouble.Is(exception))
        {
            logger.LogDebug("{Queue} was closed already ({Problem})", reader.Queue, exception.GetType().Name);
        }

        await reader.DisposeAsync();
    }
}
