using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>How far the firm's intakes have come, and where they stand now.</summary>
/// <param name="From">Only those that began then or later, to the hour.</param>
/// <param name="To">Only those that began earlier than that, to the hour.</param>
/// <param name="Definition">Only those that stand in this one.</param>
public sealed record ReadIntakeFunnel(Caller Caller, DateTimeOffset? From, DateTimeOffset? To, string? Definition) : IRequest<Result<IntakeFunnel>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Stages">How many came so far, from the first to the last; each counts those of the next.</param>
/// <param name="States">Where they stand now; all states, also the empty ones.</param>
/// <param name="Definitions">All in the period, whatever the definition asked for; the most first.</param>
public sealed record IntakeFunnel(
    IReadOnlyList<IntakeStageCount> Stages, IReadOnlyList<IntakeStateCount> States, IReadOnlyList<IntakeDefinitionCount> Definitions);

public sealed record IntakeStageCount(IntakeStage Stage, int Count);

public sealed record IntakeStateCount(IntakeState State, int Count);

public sealed record IntakeDefinitionCount(string Key, Bilingual Title, int Count);

internal sealed class ReadIntakeFunnelHandler(IViews views, IDefinitions definitions) : IRequestHandler<ReadIntakeFunnel, Result<IntakeFunnel>>
{
    public async Task<Result<IntakeFunnel>> Handle(ReadIntakeFunnel request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var period = (await views.Count<IntakeCard>(tenant, IntakeCell.Prefix, cancellationToken))
            .Select(pair => (Cell: IntakeCell.Read(pair.Key), Count: pair.Value))
            .Where(entry => (request.From is not { } from || entry.Cell.Hour >= from) && (request.To is not { } to || entry.Cell.Hour < to))
            .ToArray();
        var cells = request.Definition is { } key ? [.. period.Where(entry => entry.Cell.Definition == key)] : period;
        var titles = new List<IntakeDefinitionCount>();
        foreach (var group in period.GroupBy(entry => entry.Cell.Definition))
        {
            var latest = await definitions.Latest(tenant, group.Key, cancellationToken);
            titles.Add(new IntakeDefinitionCount(group.Key, latest.Title, group.Sum(entry => entry.Count)));
        }

        return new IntakeFunnel(
            [.. Enum.GetValues<IntakeStage>().Select(stage => new IntakeStageCount(stage, cells.Where(entry => entry.Cell.Stage >= stage).Sum(entry => entry.Count)))],
            [.. Enum.GetValues<IntakeState>().Select(state => new IntakeStateCount(state, cells.Where(entry => entry.Cell.State == state).Sum(entry => entry.Count)))],
            [.. titles.OrderByDescending(count => count.Count).ThenBy(count => count.Key, StringComparer.Ordinal)]);
    }
}
