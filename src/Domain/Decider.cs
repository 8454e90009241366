using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain;

/// <summary>A fact that happened, stored for good. Its stored name stands in the event catalogue.</summary>
#pragma warning disable CA1040 // an empty interface: the common root of all facts
public interface IDomainEvent;
#pragma warning restore CA1040

/// <summary>
/// The shape every aggregate has: a first state, a pure decision from state and command to events, and a pure fold of events into state.
/// </summary>
public sealed record Decider<TState, TCommand, TEvent>(
    TState Initial,
    Func<TState, TCommand, Result<TEvent[]>> Decide,
    Func<TState, TEvent, TState> Evolve)
    where TEvent : IDomainEvent
{
    /// <summary>Set where streams grow without end and the state does not: the store may then keep states beside the events.</summary>
    public SnapshotShape? Snapshot { get; init; }

    public TState Fold(IEnumerable<TEvent> events) => events.Aggregate(Initial, Evolve);
}

/// <summary>What a kept state is. One of another name or version is as good as none.</summary>
/// <param name="Name">The aggregate's stored name.</param>
/// <param name="Version">Raised whenever the state is made of other things, or the same events fold into another one.</param>
/// <param name="State">The state's class.</param>
public sealed record SnapshotShape(string Name, int Version, Type State)
{
    public override string ToString() => $"{Name}/{Version}";
}
