using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>The firm's definitions by key.</summary>
public sealed record ReadDefinitions(Caller Caller, PageRequest Page) : IRequest<Result<Page<DefinitionSummary>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadDefinition(Caller Caller, string Key, DateTimeOffset? AsOf = null) : IRequest<Result<DefinitionDetail>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadDefinitionsHandler(IViews views, IEventStore events, IDefinitionReader reader) :
    IRequestHandler<ReadDefinitions, Result<Page<DefinitionSummary>>>,
    IRequestHandler<ReadDefinition, Result<DefinitionDetail>>
{
    private static readonly DefinitionProjection Projection = new();

    public async Task<Result<Page<DefinitionSummary>>> Handle(ReadDefinitions request, CancellationToken cancellationToken)
    {
        var page = await views.List<DefinitionCard>(request.Caller.Tenant, [], request.Page, cancellationToken);
        var running = await Running(request.Caller.Tenant, cancellationToken);
        return new Page<DefinitionSummary>([.. page.Items.Select(card => Summary(card, running))], page.Next);
    }

    public async Task<Result<DefinitionDetail>> Handle(ReadDefinition request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var history = await events.Load(
            DefinitionStream.Of(tenant, request.Key), request.AsOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole, cancellationToken);
        var card = history.Aggregate(
            default(DefinitionCard),
            (view, envelope) => Projection.Evolve(new DocumentKey(DefinitionStream.KeyOf(tenant, request.Key)), view, envelope));
        var definition = IntakeDefinition.Decider.Fold(history.Select(envelope => (IntakeDefinitionEvent)envelope.Event));
        if (card is null || definition.Draft is not { } draft)
        {
            return DefinitionRefusals.NotFound;
        }

        var (_, faults) = await reader.Check(events, tenant, draft.Source, [], cancellationToken);
        var summary = Summary(card, await Running(tenant, cancellationToken));
        return new DefinitionDetail(
            summary.Key, summary.Version, summary.Kind, summary.Title, summary.State, summary.HasDraft, summary.PublishedAt, draft.Source, draft.Hash, faults,
            card.Published, summary.Running);
    }

    private Task<IReadOnlyDictionary<string, int>> Running(TenantId tenant, CancellationToken cancellationToken) =>
        views.Count<IntakeCourse>(tenant, IntakeCourseProjection.RunningPrefix, cancellationToken);

    private static DefinitionSummary Summary(DefinitionCard card, IReadOnlyDictionary<string, int> running)
    {
        var current = card.Published.LastOrDefault();
        var state = card.IsRetired ? DefinitionState.Retired : current is null ? DefinitionState.Draft : DefinitionState.Published;
        return new DefinitionSummary(
            card.Key, current?.Version, current?.Kind, current?.Title, state, card.Published.All(version => version.Hash != card.DraftHash), current?.At,
            card.Published.Count,
            [
                .. card.Published
                    .Select(published => new RunningSessions(
                        published.Version, running.GetValueOrDefault(IntakeCourseProjection.RunningTag(card.Key, published.Version))))
                    .Where(version => version.Sessions > 0),
            ]);
    }
}
