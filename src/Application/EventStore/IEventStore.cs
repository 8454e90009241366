using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>Reading alone: what a part gets that must never write.</summary>
public interface IEventReader
{
    /// <summary>The stream's events in order; empty where there is no such stream for this tenant.</summary>
    /// <param name="stream">Which.</param>
    /// <param name="bound">After a version, up to a version, or as of an instant (inclusive); by default whole.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken);

    /// <summary>The newest first, page by page as they are asked for: whoever has seen enough stops, and pays for no more.</summary>
    IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken);

    /// <summary>What aggregates of one tenant are folded from, in one round trip, in the order they were asked for.</summary>
    Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken);

    /// <summary>The stream's events that carry this wamid, in order; found by an index, so they cost the same in a stream of any length.</summary>
    Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken);

    /// <summary>Every event about a client, of whichever stream, up to an instant (inclusive), in the order in which views fold them.</summary>
    Task<IReadOnlyList<EventEnvelope>> LoadAbout(TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>One port, two verbs: load a stream, and append at the version that was read, several streams in one transaction.</summary>
public interface IEventStore : IEventReader
{
    /// <summary>Appends all of the unit of work or nothing, in one transaction and one round trip, which it may share with other units.</summary>
    Task<AppendOutcome> Append(UnitOfWork work, CancellationToken cancellationToken);
}

/// <summary>What part to read: whole, after a version, to a version, or as of an instant.</summary>
/// <param name="After">The version before the first one that is read; 0 from the beginning.</param>
public readonly record struct StreamBound(long? Version, DateTimeOffset? AsOf, long After = 0)
{
    public static StreamBound Whole => default;

    public static StreamBound Since(long version) => new(null, null, version);

    public static StreamBound ToVersion(long version) => new(version, null);

    public static StreamBound At(DateTimeOffset instant) => new(null, instant);
}

/// <summary>New events of one stream, decided on <paramref name="ExpectedVersion"/> (0: the stream must not exist yet).</summary>
/// <param name="Snapshot">The state after them, where one is due: kept if they are appended.</param>
public sealed record StreamAppend(StreamId Stream, long ExpectedVersion, IReadOnlyList<IDomainEvent> Events, Snapshot? Snapshot = null)
{
    /// <summary>What the stream is folded from once they are appended, of an aggregate that has snapshots: a store may have it at hand when it is asked next.</summary>
    public StreamTail? After { get; init; }
}

/// <summary>Everything one command decided, of one tenant, under one provenance.</summary>
public sealed record UnitOfWork(Provenance Provenance, IReadOnlyList<StreamAppend> Appends);

/// <summary>What became of a unit of work; a conflict is a value.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>Stored; versions and sequences in the order of the appends and of their events.</summary>
    public sealed record Appended(IReadOnlyList<long> Versions, IReadOnlyList<long> Sequences) : AppendOutcome;

    /// <summary>One of the streams had already taken this cause: nothing was stored, and nothing need be.</summary>
    public sealed record AlreadyApplied : AppendOutcome;

    /// <summary>Somebody else wrote to <paramref name="Stream"/> first: nothing was stored.</summary>
    public sealed record Conflict(StreamId Stream) : AppendOutcome;
}
