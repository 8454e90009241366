using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Growth;

/// <summary>The four tables, imported or not.</summary>
public sealed record ReadGrowthTables(Caller Caller) : IRequest<Result<Page<GrowthTableView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadGrowthTablesHandler(IEventStore events) : IRequestHandler<ReadGrowthTables, Result<Page<GrowthTableView>>>
{
    public async Task<Result<Page<GrowthTableView>>> Handle(ReadGrowthTables request, CancellationToken cancellationToken)
    {
        var history = await events.Load(GrowthStream.Of(request.Caller.Tenant), StreamBound.Whole, cancellationToken);
        return new Page<GrowthTableView>([.. GrowthIndicator.All.Select(indicator => View(indicator, history))], null);
    }

    private static GrowthTableView View(GrowthIndicator indicator, IReadOnlyList<EventEnvelope> history)
    {
        var last = history.LastOrDefault(envelope => envelope.Event is GrowthTableImported e && e.Indicator == indicator.Name);
        var imported = last?.Event as GrowthTableImported;
        return new GrowthTableView(
            indicator.Name, indicator.Column, indicator.First, indicator.Last, imported?.Rows, imported?.Sha256, last?.At);
    }
}
