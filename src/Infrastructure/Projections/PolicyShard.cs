using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Bus;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Calls one policy with every event at least once: in order within a stream and within a correlation (a conversation and what comes of
/// it), side by side otherwise, so that an event that fails keeps nobody else waiting. One it fails on five times becomes a dead letter.
/// </summary>
internal sealed class PolicyShard(
    IPolicy policy, Checkpoints checkpoints, IDeadLetters deadLetters, ReceivingFirst receiving, ILogger<PolicyShard> logger) : IShard
{
    private const int Attempts = 5;
    // Each waits for the database most of its time, where what they ask goes together.
    private const int AtOnce = 32;
    private const int MostOpen = 256;

    private static readonly TimeSpan WhenQuiet = TimeSpan.FromSeconds(1);

    private readonly LazyCheckpoint _lazy = new($"policy/{policy.Name}", checkpoints);

    public string Name => $"policy/{policy.Name}";

    public int Version => 1;

    public bool StartsFromNow => true;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        var stored = await checkpoints.Read(Name, cancellationToken);
        await using var turns = new OrderedTurns<Guid>(stored.Reached, AtOnce, MostOpen, cancellationToken);
        try
        {
            for (var taken = stored.Reached; ;)
            {
                var next = feed.Next(taken, MostOpen, turns.Stopping);
                while (await Task.WhenAny(next, Task.Delay(WhenQuiet, turns.Stopping)) != next)
                {
                    turns.Stopping.ThrowIfCancellationRequested();
                    stored = await Save(stored, turns.AllDoneUpTo, cancellationToken);
                }

                foreach (var item in await next)
                {
                    await turns.Begin(item.Position, [item.Row.CorrelationId, item.Row.Stream.Id], (attempt, stopping) => Handle(item, attempt, stopping));
                    taken = item.Position;
                }

                stored = await Save(stored, turns.AllDoneUpTo, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (turns.Failed.IsFaulted)
        {
            await turns.Failed; // the reason of the cancellation
            throw;
        }
    }

    // What was done since is done again after a crash, and changes nothing then.
    private async Task<Checkpoint> Save(Checkpoint stored, Position reached, CancellationToken cancellationToken) =>
        reached == stored.Reached ? stored : await _lazy.Move(stored, reached, cancellationToken);

    private async Task<TimeSpan?> Handle(FeedItem item, int attempt, CancellationToken cancellationToken)
    {
        if (item.Envelope is not { } envelope)
        {
            await Bury(item.Row, item.Unreadable ?? "The event cannot be read.", attempt, cancellationToken);
            return null;
        }

        if (envelope.Event is DeadLetterEvent)
        {
            return null; // a policy that failed on the news of its own failure would fail without end
        }

        try
        {
            using var turn = await receiving.Begin(cancellationToken);
            await policy.Handle(envelope, cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            throw; // no fault of the event: the shard begins again from its checkpoint
        }
#pragma warning disable CA1031 // whatever a policy throws, its reason is kept and the next event has its turn
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogWarning("Policy {Policy} failed on event {Event}, attempt {Attempt}: {Reason}", policy.Name, envelope.Sequence, attempt, FailureReason.Of(e));
            if (attempt < Attempts && e is not UnprocessableException)
            {
                return TimeSpan.FromMilliseconds(20 * Math.Pow(4, attempt));
            }

            await Bury(item.Row, FailureReason.Of(e), attempt, cancellationToken);
            return null;
        }
    }

    private Task Bury(EventRow row, string reason, int attempts, CancellationToken cancellationToken) =>
        deadLetters.Add(row.Stream.Tenant, DeadLetterKinds.Policy, policy.Name, PolicyDeadLetters.Reference(row.Position.Sequence), reason, attempts, cancellationToken);
}
