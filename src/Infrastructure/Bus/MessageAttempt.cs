using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>One attempt at a message, the same over every transport: opened, handed to its consumer, and judged if that fails.</summary>
internal sealed class MessageAttempt(
    LaneConsumers consumers, FirmKeyRing firms, IDeadLetters deadLetters, BusMetrics metrics, BusOptions options, ILogger<MessageAttempt> logger)
{
    /// <param name="handling">Cancelled where the attempt is broken off and comes again.</param>
    public async Task<Outcome> Make(Lane lane, WaitingMessage message, CancellationToken handling)
    {
        var began = Stopwatch.GetTimestamp();
        switch (await Try(lane, message, handling))
        {
            case null:
                metrics.Handled(lane.Origin, Stopwatch.GetElapsedTime(began));
                return new Outcome.Handled();
            case OperationCanceledException when handling.IsCancellationRequested:
                return new Outcome.Interrupted();
            case NotYetException later:
                return new Outcome.PutOff(Spread(later.Pause), Counts: false);
            case var failure when failure is UnprocessableException or KeyRingException || message.Attempts + 1 >= options.Attempts:
                await GiveUp(lane, message, FailureReason.Of(failure));
                return new Outcome.GivenUp();
            case var failure:
                var pause = options.PauseAfter(message.Attempts + 1, Random.Shared.NextDouble());
                logger.LogWarning(
                    "{Topic} {Message} failed, attempt {Attempt}; again in {Pause}: {Reason}",
                    lane.Origin, message.Id, message.Attempts + 1, pause, FailureReason.Of(failure));
                metrics.Retried(lane.Origin);
                return new Outcome.PutOff(pause);
        }
    }

    public Task GiveUp(Lane lane, WaitingMessage message, string reason)
    {
        logger.LogError(
            "{Topic} {Message} is a dead letter after {Attempts} attempts: {Reason}", lane.Origin, message.Id, message.Attempts + 1, reason);
        metrics.Died(lane.Origin);
        return deadLetters.Add(
            lane.Tenant, DeadLetterKinds.Message, lane.Origin, message.Id.ToString("D"), reason, message.Attempts + 1, CancellationToken.None);
    }

    /// <summary>Who hangs and hears nothing is left behind; what it may still do is done under the same cause as by the next attempt.</summary>
    private async Task InTime(Lane lane, BusMessage message, CancellationToken handling)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(handling);
        limit.CancelAfter(options.HandlingLimit);
        try
        {
            await consumers.Of(lane.Origin).Handle(message, limit.Token).WaitAsync(options.HandlingLimit + options.Grace, CancellationToken.None);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && limit.IsCancellationRequested && !handling.IsCancellationRequested)
        {
            throw new HandlingLimitException(options.HandlingLimit);
        }
    }

    // Lanes that wait for the same thing do not come back in one moment.
    private static TimeSpan Spread(TimeSpan pause) => (pause > TimeSpan.Zero ? pause : TimeSpan.Zero) * (1 + (0.1 * Random.Shared.NextDouble()));

    /// <summary>Whatever a consumer throws means that this message was not handled; it never ends the worker.</summary>
    private async Task<Exception?> Try(Lane lane, WaitingMessage message, CancellationToken handling)
    {
        try
        {
            var firm = await firms.Of(lane.Tenant, handling);
            var body = firm.Open(message.SealedBody, PostgresBus.Place(lane.Origin, message.Id));
            await InTime(lane, new BusMessage(lane.Tenant, lane.Origin, lane.Key, message.Id, body), handling);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
