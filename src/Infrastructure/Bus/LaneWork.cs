using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>One lane at a time: its messages in order, each until it is handled, put off or given up on.</summary>
internal sealed class LaneWork(
    LaneStore lanes,
    LaneConsumers consumers,
    FirmKeyRing firms,
    IDeadLetters deadLetters,
    BusWakeUp wakeUp,
    Lease lease,
    BusMetrics metrics,
    BusOptions options,
    ILogger logger)
{
    /// <summary>Then the lane stands in line again, so that a long one does not keep others waiting.</summary>
    private const int Turn = 64;

    /// <param name="head">What it was claimed with.</param>
    /// <param name="stopping">No further message is begun.</param>
    /// <param name="handling">What is being handled is given up and comes again.</param>
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
                        await lanes.HandBack(lane, CancellationToken.None);
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
        var began = Stopwatch.GetTimestamp();
        switch (await Try(lane, message, handling))
        {
            case null:
                metrics.Handled(lane.Topic, Stopwatch.GetElapsedTime(began));
                return await lanes.Done(lane, message, closing, CancellationToken.None) == LaneAfter.Open;
            case OperationCanceledException when handling.IsCancellationRequested:
                await lanes.HandBack(lane, CancellationToken.None);
                return false;
            case var failure when failure is UnprocessableException or KeyRingException || message.Attempts + 1 >= options.Attempts:
                return await GiveUp(lane, message, failure);
            case var failure:
                var pause = options.PauseAfter(message.Attempts + 1, Random.Shared.NextDouble());
                logger.LogWarning(
                    "{Topic} {Message} failed, attempt {Attempt}; again in {Pause}: {Reason}",
                    lane.Topic, message.Id, message.Attempts + 1, pause, FailureReason.Of(failure));
                metrics.Retried(lane.Topic);
                await lanes.Pause(lane, message, pause, CancellationToken.None);
                return false;
        }
    }

    /// <summary>Whatever a consumer throws means that this message was not handled; it never ends the worker.</summary>
    private async Task<Exception?> Try(Lane lane, WaitingMessage message, CancellationToken handling)
    {
        try
        {
            var firm = await firms.Of(lane.Tenant, handling);
            var body = firm.Open(message.SealedBody, PostgresBus.Place(lane.Topic, message.Id));
            await consumers.Of(lane.Topic).Handle(new BusMessage(lane.Tenant, lane.Topic, lane.Key, message.Id, body), handling);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private async Task<bool> GiveUp(Lane lane, WaitingMessage message, Exception failure)
    {
        var reason = FailureReason.Of(failure);
        logger.LogError(
            "{Topic} {Message} is a dead letter after {Attempts} attempts: {Reason}", lane.Topic, message.Id, message.Attempts + 1, reason);
        metrics.Died(lane.Topic);

        // First told, then moved: a crash between the two tells it twice, never not at all.
        await deadLetters.Add(
            lane.Tenant, DeadLetterKinds.Message, lane.Topic, message.Id.ToString("D"), reason, message.Attempts + 1, CancellationToken.None);
        return await lanes.Bury(lane, message, CancellationToken.None);
    }
}
