using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Calls one policy with every event, in order, at least once. An event it fails on five times becomes a dead letter.</summary>
internal sealed class PolicyShard(IPolicy policy, Checkpoints checkpoints, IDeadLetters deadLetters, ILogger<PolicyShard> logger) : IShard
{
    private const int Attempts = 5;

    private readonly LazyCheckpoint _lazy = new($"policy/{policy.Name}", checkpoints);

    public string Name => $"policy/{policy.Name}";

    public bool StartsFromNow => true;

    public async Task<Position> Take(Position stored, IReadOnlyList<FeedItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            if (item.Envelope is { } envelope)
            {
                await Handle(envelope, cancellationToken);
            }
            else
            {
                await Bury(item.Row, item.Unreadable ?? "The event cannot be read.", 1, cancellationToken);
            }

            stored = await _lazy.Move(stored, item.Position, cancellationToken);
        }

        return stored;
    }

    private async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await policy.Handle(envelope, cancellationToken);
                return;
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
                if (attempt == Attempts || e is UnprocessableException)
                {
                    await Bury(envelope, FailureReason.Of(e), attempt, cancellationToken);
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20 * Math.Pow(4, attempt)), cancellationToken);
        }
    }

    private Task Bury(EventEnvelope envelope, string reason, int attempts, CancellationToken cancellationToken) =>
        deadLetters.Add(envelope.Tenant, DeadLetterKinds.Policy, policy.Name, PolicyDeadLetters.Reference(envelope.Sequence), reason, attempts, cancellationToken);

    private Task Bury(EventRow row, string reason, int attempts, CancellationToken cancellationToken) =>
        deadLetters.Add(row.Stream.Tenant, DeadLetterKinds.Policy, policy.Name, PolicyDeadLetters.Reference(row.Position.Sequence), reason, attempts, cancellationToken);
}
