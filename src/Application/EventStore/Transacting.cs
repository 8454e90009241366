using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>Load, fold, decide, append; on a version conflict again, three times.</summary>
public static class Transacting
{
    private const int Attempts = 3;

    /// <summary>The aggregate's present state, for reading.</summary>
    public static async Task<TState> Present<TState, TCommand, TEvent>(
        this IEventReader events, StreamId stream, Decider<TState, TCommand, TEvent> decider, CancellationToken cancellationToken)
        where TEvent : IDomainEvent =>
        (await events.LoadTail(new TailOf(stream, decider.Snapshot), cancellationToken)).Fold(decider);

    /// <summary>What one aggregate is folded from.</summary>
    public static async Task<StreamTail> LoadTail(this IEventReader events, TailOf stream, CancellationToken cancellationToken) =>
        (await events.LoadTails([stream], cancellationToken))[0];

    /// <summary>One command on one stream. The value is what was decided; empty where the cause had already been taken.</summary>
    public static Task<Result<TEvent[]>> Transact<TState, TCommand, TEvent>(
        this IEventStore events,
        StreamId stream,
        Decider<TState, TCommand, TEvent> decider,
        TCommand command,
        Provenance provenance,
        CancellationToken cancellationToken,
        StreamsRead? read = null)
        where TEvent : IDomainEvent =>
        events.Transact(provenance, transaction => transaction.Decide(stream, decider, command), cancellationToken, read);

    /// <summary>Several streams in one transaction. <paramref name="work"/> may run again and must do nothing but decide.</summary>
    /// <param name="events">Where the streams are.</param>
    /// <param name="provenance">By whom, why, because of what.</param>
    /// <param name="work">Decides.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="read">What the caller has read already: the first attempt decides on it, the next ones on what is stored by then.</param>
    public static async Task<Result<T>> Transact<T>(
        this IEventStore events,
        Provenance provenance,
        Func<Transaction, Task<Result<T>>> work,
        CancellationToken cancellationToken,
        StreamsRead? read = null)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var transaction = new Transaction(attempt == 1 && read is not null ? read : events, cancellationToken);
            var decided = await work(transaction);
            if (decided.IsRefused || transaction.Appends.Count == 0)
            {
                return decided;
            }

            var outcome = await events.Append(new UnitOfWork(provenance, transaction.Appends), cancellationToken);
            if (outcome is not AppendOutcome.Conflict)
            {
                return decided;
            }
        }

        return Refusal.Conflict("conflict", "Somebody else changed this at the same moment. Load it again and repeat the step.");
    }
}
