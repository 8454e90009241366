using System.Reflection;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Testing;

/// <summary>The event store's rules without a database: versions, causes, all or nothing.</summary>
/// <param name="clock">Event times.</param>
/// <param name="more">Where events beside the domain's are found.</param>
public sealed class InMemoryEventStore(TimeProvider clock, params Assembly[] more) : IEventStore
{
    private readonly EventCatalog _catalog = new([typeof(IDomainEvent).Assembly, .. more], Upcasters.All);
    private readonly Lock _gate = new();
    private readonly List<EventEnvelope> _all = [];
    private readonly HashSet<(StreamId Stream, CauseId Cause)> _causes = [];
    private readonly Dictionary<StreamId, Snapshot> _snapshots = [];

    public InMemoryEventStore()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Called with every event, in order, as soon as it is stored: <see cref="InMemoryViews.Apply"/>, a policy.</summary>
    public event Action<EventEnvelope>? Stored;

    public IReadOnlyList<EventEnvelope> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventEnvelope>>([.. Within(stream, bound)]);

    public IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        Within(stream, bound).Reverse().ToAsyncEnumerable();

    public Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamTail>>([.. streams.Select(Tail)]);

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventEnvelope>>(
            [.. All.Where(envelope => envelope.Stream == stream && envelope.Event is MessageReceived { Wamid: var received } && received == wamid
                || envelope.Stream == stream && envelope.Event is IMessageStatus { Wamid: var sent } && sent == wamid)]);

    public Task<IReadOnlyList<EventEnvelope>> LoadAbout(
        TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventEnvelope>>(
            [.. All.Where(envelope => envelope.Tenant == tenant && envelope.About == client && envelope.At <= until)]);

    public Task<AppendOutcome> Append(UnitOfWork work, CancellationToken cancellationToken)
    {
        var (outcome, stored) = Store(work);
        foreach (var envelope in stored)
        {
            Stored?.Invoke(envelope);
        }

        return Task.FromResult(outcome);
    }

    private (AppendOutcome Outcome, List<EventEnvelope> Stored) Store(UnitOfWork work)
    {
        lock (_gate)
        {
            var appends = work.Appends.Where(append => append.Events.Count > 0).ToArray();
            if (appends.Any(append => _causes.Contains((append.Stream, work.Provenance.Cause))))
            {
                return (new AppendOutcome.AlreadyApplied(), []);
            }

            if (appends.OrderBy(append => append.Stream.Id).FirstOrDefault(append => VersionOf(append.Stream) != append.ExpectedVersion) is { } late)
            {
                return (new AppendOutcome.Conflict(late.Stream), []);
            }

            var at = clock.GetUtcNow();
            var stored = appends.SelectMany(append => append.Events.Select((@event, i) => Envelope(work.Provenance, append, @event, i, at)))
                .Select((envelope, i) => envelope with { Sequence = _all.Count + i + 1 }).ToList();
            _all.AddRange(stored);
            _causes.UnionWith(appends.Select(append => (append.Stream, work.Provenance.Cause)));
            foreach (var snapshot in appends.Where(append => append.Snapshot is not null))
            {
                _snapshots[snapshot.Stream] = snapshot.Snapshot!;
            }

            return (new AppendOutcome.Appended([.. stored.Select(envelope => envelope.Version)], [.. stored.Select(envelope => envelope.Sequence)]), stored);
        }
    }

    private IEnumerable<EventEnvelope> Within(StreamId stream, StreamBound bound) => All.Where(envelope =>
        envelope.Stream == stream && envelope.Version > bound.After && !(envelope.Version > bound.Version) && !(envelope.At > bound.AsOf));

    private StreamTail Tail(TailOf asked)
    {
        lock (_gate)
        {
            var kept = _snapshots.GetValueOrDefault(asked.Stream) is { } snapshot && snapshot.Shape == asked.Shape ? snapshot : null;
            return new StreamTail(kept, [.. Within(asked.Stream, StreamBound.Since(kept?.Version ?? 0))]);
        }
    }

    private long VersionOf(StreamId stream) => _all.LastOrDefault(envelope => envelope.Stream == stream)?.Version ?? 0;

    private EventEnvelope Envelope(Provenance provenance, StreamAppend append, IDomainEvent @event, int index, DateTimeOffset at) => new(
        0, Guid.CreateVersion7(), append.Stream, append.ExpectedVersion + index + 1, _catalog.NameOf(@event.GetType()), @event, at, provenance.Actor,
        provenance.Reason, provenance.Correlation, provenance.Causation, provenance.About, ReadOnlyMemory<byte>.Empty);
}
