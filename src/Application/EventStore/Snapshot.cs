using Lawyers.Hub.Domain;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>An aggregate's state at a version, kept beside its events so that a long stream need not be folded whole. Never the truth: each may be lost.</summary>
public sealed record Snapshot(SnapshotShape Shape, long Version, object State);

/// <summary>Which stream to read for folding it, and what snapshot may stand for its beginning.</summary>
public readonly record struct TailOf(StreamId Stream, SnapshotShape? Shape = null);

/// <summary>What an aggregate is folded from: the newest snapshot, where there is one, and every event after it.</summary>
public sealed record StreamTail(Snapshot? Snapshot, IReadOnlyList<EventEnvelope> Events)
{
    /// <summary>Of the last event; 0 where there is no such stream.</summary>
    public long Version => Events.Count > 0 ? Events[^1].Version : Snapshot?.Version ?? 0;

    /// <summary>The version of the newest one that is stored: of <see cref="Snapshot"/>, unless that is a later state that was at hand.</summary>
    public long StoredSnapshot { get; init; } = Snapshot?.Version ?? 0;

    public TState Fold<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider)
        where TEvent : IDomainEvent =>
        Events.Aggregate(Snapshot is null ? decider.Initial : (TState)Snapshot.State, (state, envelope) => decider.Evolve(state, (TEvent)envelope.Event));
}
