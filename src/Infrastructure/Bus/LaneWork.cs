using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>One lane at a time: its messages in order, each until it is handled, put off or given up on.</summary>
/// <param name="receiving">
/// Told how long messages waited; only by the worker that serves <c>Topics.Receiving</c>. What is received is recorded once however often it is
/// handled, so there all that a look at the lane brought is taken out of it together; a crash in between has it handled again.
/// </param>
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

                var handled = new List<WaitingMessage>();
                foreach (var message in next.Messages)
                {
                    if (stopping.IsCancellationRequested || served++ == Turn)
                    {
                        await Done(lane, handled, null);
                        await lanes.HandBack(lane, TimeSpan.Zero, CancellationToken.None);
                        wakeUp.Published();
                        return;
                    }

                    if (!lease.Holds(lane))
                    {
                        return;
                    }

                    if (await Attempt(lane, message, handling) is not Outcome.Handled and var other)
                    {
                        await Done(lane, handled, null);
                        if (!await PutAway(lane, message, other))
                        {
                            return;
                        }

                        handled.Clear();
                        continue;
                    }

                    handled.Add(message);
                    var isLast = ReferenceEquals(message, next.Messages[^1]);
                    if (isLast || receiving is null)
                    {
                        if (await Done(lane, handled, isLast && next.IsAll ? next : null) != LaneAfter.Open)
                        {
                            return;
                        }

                        handled.Clear();
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

    private Task<Outcome> Attempt(Lane lane, WaitingMessage message, CancellationToken handling)
    {
        if (message.Attempts == 0)
        {
            receiving?.Took(Stopwatch.GetElapsedTime(message.Published));
        }

        return attempt.Make(lane, message, handling);
    }

    private Task<LaneAfter> Done(Lane lane, List<WaitingMessage> handled, LaneHead? closing) => handled.Count == 0
        ? Task.FromResult(LaneAfter.Open)
        : lanes.Done(lane, [.. handled], closing, CancellationToken.None);

    /// <summary>What was not handled.</summary>
    /// <returns>Whether the lane goes on.</returns>
    private async Task<bool> PutAway(Lane lane, WaitingMessage message, Outcome outcome)
    {
        switch (outcome)
        {
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
