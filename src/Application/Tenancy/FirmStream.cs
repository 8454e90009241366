using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

internal static class FirmStream
{
    public static StreamId Of(TenantId tenant) => new(tenant, "firm", tenant.Value);

    /// <summary>The firm's present settings, or <c>null</c> before it was founded.</summary>
    public static async Task<Firm.Founded?> Firm(this IEventReader events, TenantId tenant, CancellationToken cancellationToken) =>
        await events.Present(Of(tenant), Domain.Tenancy.Firm.Decider, cancellationToken) as Firm.Founded;

    /// <summary>Whose clock the firm's days follow.</summary>
    public static async Task<IndonesianZone> Zone(this IEventReader events, TenantId tenant, CancellationToken cancellationToken) =>
        (await events.Firm(tenant, cancellationToken))?.Profile.Zone ?? IndonesianZone.Wib;
}
