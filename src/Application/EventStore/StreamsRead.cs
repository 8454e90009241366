using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>
/// Streams as they were when they were read together, for one turn that decides on them: what is decided on an old state meets a
/// version conflict. Any other stream is read when it is asked for.
/// </summary>
public sealed class StreamsRead : IEventReader
{
    private readonly IEventReader _events;
    private readonly Dictionary<StreamId, IReadOnlyList<EventEnvelope>> _read;

    private StreamsRead(IEventReader events, Dictionary<StreamId, IReadOnlyList<EventEnvelope>> read) => (_events, _read) = (events, read);

    public static async Task<StreamsRead> Of(IEventReader events, IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        var stored = await events.LoadAll(streams, cancellationToken);
        return new(events, streams.Zip(stored).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound until, CancellationToken cancellationToken) =>
        until == StreamBound.Whole && _read.TryGetValue(stream, out var stored) ? Task.FromResult(stored) : _events.Load(stream, until, cancellationToken);

    public async Task<IReadOnlyList<IReadOnlyList<EventEnvelope>>> LoadAll(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) =>
        streams.All(_read.ContainsKey) ? [.. streams.Select(stream => _read[stream])] : await _events.LoadAll(streams, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
        _events.LoadMessage(stream, wamid, cancellationToken);

    public Task<IReadOnlyList<EventEnvelope>> LoadAbout(
        TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken) =>
        _events.LoadAbout(tenant, client, until, cancellationToken);
}
