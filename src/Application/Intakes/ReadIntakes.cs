using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>The firm's intakes, in the order they began.</summary>
public sealed record ReadIntakes(Caller Caller, IntakeFilter Filter, PageRequest Page) : IRequest<Result<Page<IntakeSummary>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Stage">Those that came at least so far.</param>
/// <param name="From">Those that began then or later.</param>
/// <param name="To">Those that began earlier than that.</param>
/// <param name="Definition">Those that stand in this one.</param>
public sealed record IntakeFilter(
    IntakeState? State = null, IntakeStage? Stage = null, string? Definition = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadIntake(Caller Caller, IntakeId Intake, DateTimeOffset? AsOf = null) : IRequest<Result<IntakeDetail>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadIntakesHandler(IViews views, IEventStore events, IntakeScreen screen, Readings readings) :
    IRequestHandler<ReadIntakes, Result<Page<IntakeSummary>>>,
    IRequestHandler<ReadIntake, Result<IntakeDetail>>
{
    private static readonly IntakeProjection Projection = new();

    public async Task<Result<Page<IntakeSummary>>> Handle(ReadIntakes request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        var page = await views.List<IntakeCard>(
            request.Caller.Tenant,
            [.. TagsOf(filter)],
            request.Page with
            {
                From = filter.From is { } from ? IntakeProjection.StartedKey(from) : null,
                Before = filter.To is { } to ? IntakeProjection.StartedKey(to) : null,
            },
            cancellationToken);
        var summaries = await readings.Record(
            request.Caller, page.Items.SelectMany(card => Named(request.Caller, card)), () => Summaries(request.Caller, page.Items, cancellationToken), cancellationToken);
        return new Page<IntakeSummary>(summaries, page.Next);
    }

    // From the stream and not from the view: what a lawyer has just decided is on the page at once.
    public async Task<Result<IntakeDetail>> Handle(ReadIntake request, CancellationToken cancellationToken)
    {
        var history = await events.Load(
            IntakeStream.Of(request.Caller.Tenant, request.Intake), request.AsOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole, cancellationToken);
        var card = history.Aggregate(
            default(IntakeCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.Intake.Value), view, envelope));
        return card is null
            ? IntakeRefusals.NotFound
            : await readings.Record(
                request.Caller,
                Named(request.Caller, card).Concat(Answered(request.Caller, card, history[^1].Version)),
                () => screen.Detail(request.Caller, card, cancellationToken),
                cancellationToken);
    }

    // The narrowest first: it leads the way.
    private static IEnumerable<string> TagsOf(IntakeFilter filter)
    {
        if (filter.State is { } state)
        {
            yield return IntakeProjection.StateTag(state);
        }

        if (filter.Definition is { } definition)
        {
            yield return IntakeProjection.DefinitionTag(definition);
        }

        if (filter.Stage is { } stage)
        {
            yield return IntakeProjection.StageTag(stage);
        }
    }

    private async Task<IReadOnlyList<IntakeSummary>> Summaries(Caller caller, IReadOnlyList<IntakeCard> cards, CancellationToken cancellationToken)
    {
        var summaries = new List<IntakeSummary>();
        foreach (var card in cards)
        {
            summaries.Add(await screen.Summary(caller, card, cancellationToken));
        }

        return summaries;
    }

    // An intake always shows its client by a name or by the end of the number.
    private static IEnumerable<Shown> Named(Caller caller, IntakeCard card) => caller.MayReadContent()
        ? [new Shown(card.Client, card.Conversation, new ContentSeen(ContentKind.Name, card.Client.Value))]
        : [];

    private static IEnumerable<Shown> Answered(Caller caller, IntakeCard card, long version) => caller.MayReadContent() && card.Answers.Count > 0
        ? [new Shown(card.Client, card.Conversation, new ContentSeen(ContentKind.Answers, card.Id.Value, version))]
        : [];
}
