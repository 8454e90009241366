using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>Which events of one tenant an auditor asks for; every part narrows.</summary>
/// <param name="After">The sequence where the page before ended; zero for the first page.</param>
/// <param name="NewestFirst">Read backwards, so that what comes after a sequence is what was stored before it.</param>
public sealed record EventFilter(
    Guid? Stream = null,
    string? StreamType = null,
    IReadOnlyCollection<string>? Types = null,
    string? Actor = null,
    DataSubjectId? Subject = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    long After = 0,
    bool NewestFirst = false);

/// <summary>An event as it is stored, its personal data still sealed: what an auditor may see.</summary>
/// <param name="Data">The stored JSON, personal values as their envelopes.</param>
/// <param name="HashHex">SHA-256 chain value, 64 lower-case hex digits.</param>
/// <param name="EventId">The event's own id, one of the fields under the hash.</param>
public sealed record StoredEvent(
    long Sequence,
    Guid StreamId,
    string StreamType,
    long Version,
    string Type,
    string Data,
    TenantId Tenant,
    DateTimeOffset OccurredAt,
    string Actor,
    string? Reason,
    Guid Correlation,
    Guid? Causation,
    DataSubjectId? Subject,
    string HashHex,
    Guid EventId);

/// <summary>Reading across the streams of one tenant by <see cref="StoredEvent.Sequence"/>.</summary>
public interface IEventLog
{
    /// <summary>Streams the matching events in constant memory.</summary>
    IAsyncEnumerable<StoredEvent> Read(TenantId tenant, EventFilter filter, int? limit, CancellationToken cancellationToken);
}
