using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Growth;

internal static class GrowthStream
{
    public static StreamId Of(TenantId tenant) => new(tenant, "growth_standards", CauseId.Of($"{tenant}/growth_standards").Value);

    public static Task<ImportedTables> GrowthTables(this IEventReader events, TenantId tenant, CancellationToken cancellationToken) =>
        events.Present(Of(tenant), ImportedTables.Decider, cancellationToken);
}
