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
    public TState Fold(IEnumerable<TEvent> events) => events.Aggregate(Initial, Evolve);
}
