using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>Who, why and because of what: the metadata that every event of one unit of work carries.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Cause">Idempotency: see <see cref="CauseId"/>.</param>
/// <param name="Correlation">The story this belongs to; what follows from it carries the same.</param>
/// <param name="Causation">The event that led here, if one did.</param>
/// <param name="Reason">In the actor's words; never content of a client.</param>
/// <param name="About">The client concerned: its key seals every <see cref="Personal{T}"/> of these events, and <c>subject=</c> finds them.</param>
public sealed record Provenance(
    Actor Actor, CauseId Cause, Guid Correlation, Guid? Causation = null, string? Reason = null, DataSubjectId? About = null)
{
    /// <summary>What <paramref name="policy"/> does because of <paramref name="because"/>, about the same client.</summary>
    public static Provenance Of(EventEnvelope because, string policy) => new(
        Actor.System(policy), CauseId.Of(because, policy), because.Correlation, because.EventId, About: because.About);
}
