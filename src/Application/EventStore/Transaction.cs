using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>One attempt of a unit of work: streams are loaded and folded as they are asked for, and all that was decided is appended at once.</summary>
public sealed class Transaction(IEventReader events, CancellationToken cancellationToken)
{
    /// <summary>How many events may lie after a snapshot before a write leaves a newer one.</summary>
    public const int LongestTail = 20;

    private readonly Dictionary<StreamId, Opened> _opened = [];

    internal IReadOnlyList<StreamAppend> Appends => [.. _opened.Values.Select(opened => opened.Append).Where(append => append.Events.Count > 0)];

    /// <summary>The aggregate's present state, with what this unit of work has already decided.</summary>
    public async Task<TState> State<TState, TCommand, TEvent>(StreamId stream, Decider<TState, TCommand, TEvent> decider)
        where TEvent : IDomainEvent => (await Open(stream, decider)).State;

    /// <summary>Asks the aggregate; what it decides will be appended, what it refuses is returned.</summary>
    public async Task<Result<TEvent[]>> Decide<TState, TCommand, TEvent>(
        StreamId stream, Decider<TState, TCommand, TEvent> decider, TCommand command)
        where TEvent : IDomainEvent
    {
        var opened = await Open(stream, decider);
        var decision = decider.Decide(opened.State, command);
        if (!decision.IsRefused)
        {
            opened.Add(decision.Value);
        }

        return decision;
    }

    /// <summary>What the stream holds of one message, by its wamid, at the version this unit of work decides on.</summary>
    public async Task<IReadOnlyList<IDomainEvent>> OfMessage<TState, TCommand, TEvent>(
        StreamId stream, Decider<TState, TCommand, TEvent> decider, BlindIndex wamid)
        where TEvent : IDomainEvent
    {
        await Open(stream, decider); // first: what somebody appends between the two readings is then a conflict
        return [.. (await events.LoadMessage(stream, wamid, cancellationToken)).Select(envelope => envelope.Event)];
    }

    private async Task<Opened<TState, TCommand, TEvent>> Open<TState, TCommand, TEvent>(StreamId stream, Decider<TState, TCommand, TEvent> decider)
        where TEvent : IDomainEvent
    {
        if (!_opened.TryGetValue(stream, out var opened))
        {
            var tail = await events.LoadTail(new TailOf(stream, decider.Snapshot), cancellationToken);
            opened = new Opened<TState, TCommand, TEvent>(stream, decider, tail);
            _opened.Add(stream, opened);
        }

        return (Opened<TState, TCommand, TEvent>)opened;
    }

    private abstract class Opened
    {
        public abstract StreamAppend Append { get; }
    }

    private sealed class Opened<TState, TCommand, TEvent>(StreamId stream, Decider<TState, TCommand, TEvent> decider, StreamTail tail) : Opened
        where TEvent : IDomainEvent
    {
        private readonly List<IDomainEvent> _decided = [];

        public TState State { get; private set; } = tail.Fold(decider);

        public override StreamAppend Append
        {
            get
            {
                if (decider.Snapshot is not { } shape || State is not { } state)
                {
                    return new(stream, tail.Version, _decided);
                }

                var after = new Snapshot(shape, tail.Version + _decided.Count, state);
                var isDue = after.Version - tail.StoredSnapshot > LongestTail;
                return new(stream, tail.Version, _decided, isDue ? after : null)
                {
                    After = new(after, []) { StoredSnapshot = isDue ? after.Version : tail.StoredSnapshot },
                };
            }
        }

        public void Add(IReadOnlyCollection<TEvent> decided)
        {
            State = decided.Aggregate(State, decider.Evolve);
            _decided.AddRange(decided.Cast<IDomainEvent>());
        }
    }
}
