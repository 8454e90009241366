using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>One attempt of a unit of work: streams are loaded and folded as they are asked for, and all that was decided is appended at once.</summary>
public sealed class Transaction(IEventReader events, CancellationToken cancellationToken)
{
    private readonly Dictionary<StreamId, Opened> _opened = [];

    internal IReadOnlyList<StreamAppend> Appends =>
        [.. _opened.Where(opened => opened.Value.Decided.Count > 0)
            .Select(opened => new StreamAppend(opened.Key, opened.Value.Version, opened.Value.Decided))];

    /// <summary>The aggregate's present state, with what this unit of work has already decided.</summary>
    public async Task<TState> State<TState, TCommand, TEvent>(StreamId stream, Decider<TState, TCommand, TEvent> decider)
        where TEvent : IDomainEvent
    {
        var opened = await Open(stream);
        return decider.Fold(opened.Stored.Concat(opened.Decided).Cast<TEvent>());
    }

    /// <summary>Asks the aggregate; what it decides will be appended, what it refuses is returned.</summary>
    public async Task<Result<TEvent[]>> Decide<TState, TCommand, TEvent>(
        StreamId stream, Decider<TState, TCommand, TEvent> decider, TCommand command)
        where TEvent : IDomainEvent
    {
        var decision = decider.Decide(await State(stream, decider), command);
        if (!decision.IsRefused)
        {
            (await Open(stream)).Decided.AddRange(decision.Value.Cast<IDomainEvent>());
        }

        return decision;
    }

    /// <summary>What the stream holds of one message, by its wamid, at the version this unit of work decides on.</summary>
    public async Task<IReadOnlyList<IDomainEvent>> OfMessage(StreamId stream, BlindIndex wamid)
    {
        await Open(stream); // first: what somebody appends between the two readings is then a conflict
        return [.. (await events.LoadMessage(stream, wamid, cancellationToken)).Select(envelope => envelope.Event)];
    }

    private async Task<Opened> Open(StreamId stream)
    {
        if (!_opened.TryGetValue(stream, out var opened))
        {
            var stored = await events.Load(stream, StreamBound.Whole, cancellationToken);
            opened = new Opened(stored.Count == 0 ? 0 : stored[^1].Version, [.. stored.Select(envelope => envelope.Event)], []);
            _opened.Add(stream, opened);
        }

        return opened;
    }

    private sealed record Opened(long Version, IReadOnlyList<IDomainEvent> Stored, List<IDomainEvent> Decided);
}
