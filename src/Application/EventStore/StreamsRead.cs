using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>
/// Streams as they were when they were read together, for one turn that decides on them: what is decided on an old state meets a
/// version conflict. Any other stream, and what lies before a snapshot, is read when it is asked for.
/// </summary>
public sealed class StreamsRead : IEventReader
{
    private readonly IEventReader _events;
    private readonly Dictionary<StreamId, StreamTail> _read;

    /// <summary>Streams whose state was folded here, on what was appended to them since.</summary>
    private readonly HashSet<StreamId> _folded;

    /// <summary>Messages that came into being after the reading.</summary>
    private readonly HashSet<BlindIndex> _later;

    private StreamsRead(IEventReader events, Dictionary<StreamId, StreamTail> read, HashSet<StreamId>? folded = null, HashSet<BlindIndex>? later = null) =>
        (_events, _read, _folded, _later) = (events, read, folded ?? [], later ?? []);

    public static async Task<StreamsRead> Of(IEventReader events, IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        new(events, await Read(events, streams, cancellationToken));

    /// <summary>A stream that nobody has begun: who decides on it pays for no reading, and meets a version conflict where somebody has after all.</summary>
    public static StreamsRead OfNew(IEventReader events, StreamId stream) =>
        new(events, new Dictionary<StreamId, StreamTail> { [stream] = new(Snapshot: null, []) });

    /// <summary>These, and others as they are now.</summary>
    public async Task<StreamsRead> And(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        new(_events, new([.. _read, .. await Read(_events, streams, cancellationToken)]), _folded, _later);

    /// <summary>
    /// The same after what was decided on it was appended, which need not be read for that. Was it decided on something newer after all, whoever
    /// goes on from here meets a version conflict.
    /// </summary>
    public StreamsRead After<TState, TCommand, TEvent>(StreamId stream, Decider<TState, TCommand, TEvent> decider, IReadOnlyCollection<TEvent> appended)
        where TState : class
        where TEvent : IDomainEvent
    {
        var tail = _read[stream];
        var shape = decider.Snapshot ?? new SnapshotShape(stream.Type, Version: 0, typeof(TState)); // of a state that is never kept
        var state = new Snapshot(shape, tail.Version + appended.Count, appended.Aggregate(tail.Fold(decider), decider.Evolve));
        return new(_events, new(_read) { [stream] = new(state, []) }, [.. _folded, stream], _later);
    }

    /// <summary>The same, knowing of a message that it was not there yet when this was read: nothing in it carries its wamid.</summary>
    public StreamsRead Before(BlindIndex wamid) => new(_events, _read, _folded, [.. _later, wamid]);

    public async Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        streams.All(asked => _read.TryGetValue(asked.Stream, out var tail) && (tail.Snapshot is null || tail.Snapshot.Shape == asked.Shape || _folded.Contains(asked.Stream)))
            ? [.. streams.Select(asked => _read[asked.Stream])]
            : await _events.LoadTails(streams, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        bound is { Version: null, AsOf: null } && _read.TryGetValue(stream, out var tail) && bound.After >= (tail.Snapshot?.Version ?? 0)
            ? Task.FromResult<IReadOnlyList<EventEnvelope>>([.. tail.Events.Where(envelope => envelope.Version > bound.After)])
            : _events.Load(stream, bound, cancellationToken);

    public IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        _events.LoadBackwards(stream, bound, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
        _later.Contains(wamid) && _read.ContainsKey(stream)
            ? Task.FromResult<IReadOnlyList<EventEnvelope>>([])
            : _events.LoadMessage(stream, wamid, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadAbout(
        TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken) =>
        _events.LoadAbout(tenant, client, until, cancellationToken);

    private static async Task<Dictionary<StreamId, StreamTail>> Read(IEventReader events, IReadOnlyList<TailOf> streams, CancellationToken cancellationToken)
    {
        var tails = await events.LoadTails(streams, cancellationToken);
        return streams.Zip(tails).ToDictionary(pair => pair.First.Stream, pair => pair.Second);
    }
}
