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
    public Task<ReadingContext> Now(TenantId tenant, CancellationToken cancellationToken) => Now(tenant, events, cancellationToken);

    public async Task<ReadingContext> Now(TenantId tenant, DefinitionSet definitions, CancellationToken cancellationToken, IEventReader? read = null)
    {
        var context = await Now(tenant, read ?? events, cancellationToken);
        return definitions.ByKey.Values.Any(definition => ImportedTables.NeededBy(definition).Count > 0)
            ? context with { Growth = await growth.Of(tenant, cancellationToken) }
            : context;
    }

    private async Task<ReadingContext> Now(TenantId tenant, IEventReader read, CancellationToken cancellationToken)
    {
        var zone = await read.Zone(tenant, cancellationToken);
        return new ReadingContext(new LocalTime(clock.GetUtcNow(), TimeSpan.FromHours((int)zone)), regions, GrowthStandards.NotImported);
    }
}
