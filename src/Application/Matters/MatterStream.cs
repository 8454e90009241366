using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Matters;

internal static class MatterStream
{
    public static StreamId Of(TenantId tenant, MatterId matter) => new(tenant, "matter", matter.Value);

    /// <summary>An intake becomes this one matter, however often it is accepted.</summary>
    public static MatterId For(IntakeId intake) => new(StableId.Of($"matter/intake/{intake}"));

    // By number and not by name: an id made of a name could be guessed back.
    public static PartyId Party(MatterId matter, int ordinal) => new(StableId.Of($"matter/{matter}/party/{ordinal}"));
}
