using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>
/// Carries a lane from the database to the broker, one message after the other, each taken out only after the broker has it for good.
/// A crash in between carries some of them twice, in the same order.
/// </summary>
internal sealed class LaneRelay(LaneStore lanes, RabbitMqPublisher publisher, BusWakeUp wakeUp, Lease lease, RabbitMqOptions options, ILogger logger) : ILaneServer
{
    /// <summary>Lanes at the same time: each waits for the broker's confirmation, so there are more of them than of those that are handled.</summary>
    public const int AtOnce = 32;

    private const int Turn = 256;

    public async Task Ready(CancellationToken stopping)
    {
        while (!publisher.IsOpen)
        {
            try
            {
                await publisher.Open(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested && RabbitMqTrouble.Is(exception))
            {
                logger.LogDebug("Nothing is carried to the broker ({Problem})", exception.GetType().Name); // the link tells it once
                await Task.Delay(options.Reconnect, stopping);
            }
        }
    }

    public async Task Serve(Lane lane, LaneHead head, CancellationToken stopping, CancellationToken handling)
    {
        try
        {
            var carried = 0;
            for (LaneHead? next = head; next is not null; next = await lanes.Fetch(lane, CancellationToken.None))
            {
                if (next.Messages.Count == 0 && await lanes.Close(lane, next, CancellationToken.None))
                {
                    return;
                }

                var (published, problem) = await Carry(lane, next, stopping);
                carried += published.Count;
                var closing = next.IsAll && published.Count == next.Messages.Count ? next : null;
                if (published.Count > 0 && await lanes.Done(lane, published, closing, CancellationToken.None) != LaneAfter.Open)
                {
                    return;
                }

                if (problem is not null || stopping.IsCancellationRequested || carried >= Turn || !lease.Holds(lane))
                {
                    await lanes.HandBack(lane, problem is null ? TimeSpan.Zero : options.Reconnect, CancellationToken.None);
                    wakeUp.Published();
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            logger.LogWarning("A lane of {Topic} was left as the database did not answer ({Problem})", lane.Topic, exception.GetType().Name);
        }
        finally
        {
            lease.Drop(lane);
        }
    }

    private async Task<(List<WaitingMessage> Published, Exception? Problem)> Carry(Lane lane, LaneHead head, CancellationToken stopping)
    {
        var published = new List<WaitingMessage>(head.Messages.Count);
        foreach (var message in head.Messages.TakeWhile(_ => !stopping.IsCancellationRequested && lease.Holds(lane)))
        {
            try
            {
                await publisher.Publish(lane, message, CancellationToken.None);
                published.Add(message);
            }
            catch (Exception exception) when (RabbitMqTrouble.Is(exception))
            {
                logger.LogWarning("{Topic} waits in the database: the broker did not take a message ({Problem})", lane.Topic, exception.GetType().Name);
                return (published, exception);
            }
        }

        return (published, null);
    }
}
