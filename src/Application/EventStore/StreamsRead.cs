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

    private StreamsRead(IEventReader events, Dictionary<StreamId, StreamTail> read) => (_events, _read) = (events, read);

    public static async Task<StreamsRead> Of(IEventReader events, IReadOnlyList<TailOf> streams, CancellationToken cancellationToken)
    {
        var tails = await events.LoadTails(streams, cancellationToken);
        return new(events, streams.Zip(tails).ToDictionary(pair => pair.First.Stream, pair => pair.Second));
    }

    /// <summary>A stream that nobody has begun: who decides on it pays for no reading, and meets a version conflict where somebody has after all.</summary>
    public static StreamsRead OfNew(IEventReader events, StreamId stream) =>
        new(events, new Dictionary<StreamId, StreamTail> { [stream] = new(Snapshot: null, []) });

    public async Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        streams.All(asked => _read.TryGetValue(asked.Stream, out var tail) && (tail.Snapshot is null || tail.Snapshot.Shape == asked.Shape))
            ? [.. streams.Select(asked => _read[asked.Stream])]
            : await _events.LoadTails(streams, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        bound is { Version: null, AsOf: null } && _read.TryGetValue(stream, out var tail) && bound.After >= (tail.Snapshot?.Version ?? 0)
            ? Task.FromResult<IReadOnlyList<EventEnvelope>>([.. tail.Events.Where(envelope => envelope.Version > bound.After)])
            : _events.Load(stream, bound, cancellationToken);

    public IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        _events.LoadBackwards(stream, bound, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
        _events.LoadMessage(stream, wamid, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadAbout(
        TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken) =>
        _events.LoadAbout(tenant, client, until, cancellationToken);
}
