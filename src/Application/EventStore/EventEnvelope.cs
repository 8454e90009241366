using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>A stored event with all that the store knows about it.</summary>
/// <param name="Sequence">Position in the whole store; an address, not the commit order.</param>
/// <param name="EventId">Unique id.</param>
/// <param name="Stream">The aggregate.</param>
/// <param name="Version">1, 2, 3 … within the stream.</param>
/// <param name="Type">Stored name, such as <c>consent_granted</c>.</param>
/// <param name="Event">The fact.</param>
/// <param name="At">When the database accepted it, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Correlation">The story it belongs to.</param>
/// <param name="Causation">The event that led to it.</param>
/// <param name="About">The client concerned.</param>
/// <param name="Hash">SHA-256 of the chain within the stream up to here.</param>
public sealed record EventEnvelope(
    long Sequence,
    Guid EventId,
    StreamId Stream,
    long Version,
    string Type,
    IDomainEvent Event,
    DateTimeOffset At,
    Actor Actor,
    string? Reason,
    Guid Correlation,
    Guid? Causation,
    DataSubjectId? About,
    ReadOnlyMemory<byte> Hash)
{
    public TenantId Tenant => Stream.Tenant;
}
