using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Consents;

internal static class ConsentStream
{
    public static StreamId Of(TenantId tenant, DataSubjectId client) => new(tenant, "consent", client.Value);

    /// <summary>The firm's newest notice.</summary>
    public static Task<PrivacyNotice?> Notice(this IEventReader events, TenantId tenant, CancellationToken cancellationToken) =>
        events.Present(Notice(tenant), PrivacyNotice.Decider, cancellationToken);

    /// <summary>A firm has one notice, in versions.</summary>
    public static StreamId Notice(TenantId tenant) => new(tenant, "privacy_notice", StableId.Of($"privacy_notice/{tenant}"));
}
