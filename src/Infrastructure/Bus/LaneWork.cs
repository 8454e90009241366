using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>One lane at a time: its messages in order, each until it is handled, put off or given up on.</summary>
/// <param name="receiving">Told how long messages waited; only by the worker that serves <c>Topics.Receiving</c>.</param>
internal sealed class LaneWork(
    LaneStore lanes, MessageAttempt attempt, BusWakeUp wakeUp, Lease lease, ReceivingFirst? receiving, ILogger logger) : ILaneServer
{
    /// <summary>Then the lane stands in line again, so that a long one does not keep others waiting.</summary>
    private const int Turn = 64;

    public Task Ready(CancellationToken stopping) => Task.CompletedTask;

    public async Task Serve(Lane lane, LaneHead head, CancellationToken stopping, CancellationToken handling)
    {
        try
        {
            var served = 0;
            for (LaneHead? next = head; next is not null; next = await lanes.Fetch(lane, CancellationToken.None))
            {
                if (next.Messages.Count == 0 && await lanes.Close(lane, next, CancellationToken.None))
                {
                    return;
                }

                foreach (var message in next.Messages)
                {
                    if (stopping.IsCancellationRequested || served++ == Turn)
                    {
                        await lanes.HandBack(lane, TimeSpan.Zero, CancellationToken.None);
                        wakeUp.Published();
                        return;
                    }

                    var closing = next.IsAll && ReferenceEquals(message, next.Messages[^1]) ? next : null;
                    if (!lease.Holds(lane) || !await Handle(lane, message, closing, handling))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            // The lane is free again when its lease ends, here or elsewhere; nothing of it is lost.
            logger.LogWarning("A lane of {Topic} was left as the database did not answer ({Problem})", lane.Topic, exception.GetType().Name);
        }
        finally
        {
            lease.Drop(lane);
        }
    }

    /// <returns>Whether the lane goes on.</returns>
    private async Task<bool> Handle(Lane lane, WaitingMessage message, LaneHead? closing, CancellationToken handling)
    {
        if (message.Attempts == 0)
        {
            receiving?.Took(Stopwatch.GetElapsedTime(message.Published));
        }

        switch (await attempt.Make(lane, message, handling))
        {
            case Outcome.Handled:
                return await lanes.Done(lane, [message], closing, CancellationToken.None) == LaneAfter.Open;
            case Outcome.PutOff { Counts: false } put:
                await lanes.HandBack(lane, put.Pause, CancellationToken.None);
                return false;
            case Outcome.PutOff put:
                await lanes.Pause(lane, message, put.Pause, CancellationToken.None);
                return false;
            case Outcome.GivenUp:
                return await lanes.Bury(lane, message, CancellationToken.None);
            default:
                await lanes.HandBack(lane, TimeSpan.Zero, CancellationToken.None);
                return false;
        }
    }
}
