using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

internal sealed class ReadingContexts(IEventStore events, RegionIndex regions, GrowthLibrary growth, TimeProvider clock) : IReadingContexts
{
    public async Task<ReadingContext> Now(TenantId tenant, CancellationToken cancellationToken)
    {
        var zone = await events.Zone(tenant, cancellationToken);
        return new ReadingContext(new LocalTime(clock.GetUtcNow(), TimeSpan.FromHours((int)zone)), regions, GrowthStandards.NotImported);
    }

    public async Task<ReadingContext> Now(TenantId tenant, DefinitionSet definitions, CancellationToken cancellationToken)
    {
        var context = await Now(tenant, cancellationToken);
        return definitions.ByKey.Values.Any(definition => ImportedTables.NeededBy(definition).Count > 0)
            ? context with { Growth = await growth.Of(tenant, cancellationToken) }
            : context;
    }
}
