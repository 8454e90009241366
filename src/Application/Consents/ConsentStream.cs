using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Consents;

internal static class ConsentStream
{
    public static StreamId Of(TenantId tenant, DataSubjectId client) => new(tenant, "consent", client.Value);

    /// <summary>A firm has one notice, in versions.</summary>
    public static StreamId Notice(TenantId tenant) => new(tenant, "privacy_notice", StableId.Of($"privacy_notice/{tenant}"));
}
