using System.Reflection;
using System.Runtime.InteropServices;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Testing;

/// <summary>
/// The event store's rules without a database: versions, causes, all or nothing. The same story gives the same ids, so that what was seen
/// once can be seen again.
/// </summary>
/// <param name="clock">Event times.</param>
/// <param name="more">Where events beside the domain's are found.</param>
public sealed class InMemoryEventStore(TimeProvider clock, params Assembly[] more) : IEventStore
{
    private readonly EventCatalog _catalog = new([typeof(IDomainEvent).Assembly, .. more], Upcasters.All);
    private readonly Lock _gate = new();
    private readonly List<EventEnvelope> _all = [];
    private readonly Dictionary<StreamId, List<EventEnvelope>> _streams = [];
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

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _all.Count;
            }
        }
    }

    /// <summary>The event at that place of the log, 0 the first.</summary>
    public EventEnvelope this[int place]
    {
        get
        {
            lock (_gate)
            {
                return _all[place];
            }
        }
    }

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventEnvelope>>(Within(stream, bound));

    public IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        Within(stream, bound).Reverse().ToAsyncEnumerable();

    public Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamTail>>([.. streams.Select(Tail)]);

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventEnvelope>>(
            [.. Within(stream, StreamBound.Whole).Where(envelope => envelope.Event is MessageReceived { Wamid: var received } && received == wamid
                || envelope.Event is IMessageStatus { Wamid: var sent } && sent == wamid)]);

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
            foreach (var envelope in stored)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_streams, envelope.Stream, out _) ??= []).Add(envelope);
            }

            _causes.UnionWith(appends.Select(append => (append.Stream, work.Provenance.Cause)));
            foreach (var snapshot in appends.Where(append => append.Snapshot is not null))
            {
                _snapshots[snapshot.Stream] = snapshot.Snapshot!;
            }

            return (new AppendOutcome.Appended([.. stored.Select(envelope => envelope.Version)], [.. stored.Select(envelope => envelope.Sequence)]), stored);
        }
    }

    private EventEnvelope[] Within(StreamId stream, StreamBound bound)
    {
        lock (_gate)
        {
            return [.. (_streams.GetValueOrDefault(stream) ?? []).Skip((int)bound.After)
                .Where(envelope => !(envelope.Version > bound.Version) && !(envelope.At > bound.AsOf))];
        }
    }

    private StreamTail Tail(TailOf asked)
    {
        lock (_gate)
        {
            var kept = _snapshots.GetValueOrDefault(asked.Stream) is { } snapshot && snapshot.Shape == asked.Shape ? snapshot : null;
            return new StreamTail(kept, Within(asked.Stream, StreamBound.Since(kept?.Version ?? 0)));
        }
    }

    private long VersionOf(StreamId stream) => _streams.GetValueOrDefault(stream)?.Count ?? 0;

    private EventEnvelope Envelope(Provenance provenance, StreamAppend append, IDomainEvent @event, int index, DateTimeOffset at) => new(
        0, StableId.Of($"event/{append.Stream.Id}/{append.ExpectedVersion + index + 1}"), append.Stream, append.ExpectedVersion + index + 1, _catalog.NameOf(@event.GetType()), @event, at, provenance.Actor,
        provenance.Reason, provenance.Correlation, provenance.Causation, provenance.About, ReadOnlyMemory<byte>.Empty);
}
