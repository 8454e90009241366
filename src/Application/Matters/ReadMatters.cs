using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Matters;

/// <summary>The firm's matters, the latest first.</summary>
public sealed record ReadMatters(Caller Caller, MatterState? State, PageRequest Page) : IRequest<Result<Page<MatterSummary>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="AsOf">As it was known at that moment; now by default.</param>
public sealed record ReadMatter(Caller Caller, MatterId Matter, DateTimeOffset? AsOf = null) : IRequest<Result<MatterDetail>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadMattersHandler(IViews views, IEventStore events, IStaffDirectory staff, Readings readings, TimeProvider clock) :
    IRequestHandler<ReadMatters, Result<Page<MatterSummary>>>,
    IRequestHandler<ReadMatter, Result<MatterDetail>>
{
    private static readonly MatterProjection Projection = new();

    public async Task<Result<Page<MatterSummary>>> Handle(ReadMatters request, CancellationToken cancellationToken)
    {
        var tags = request.State is { } state ? new[] { MatterProjection.StateTag(state) } : [];
        var page = await views.List<MatterCard>(request.Caller.Tenant, tags, request.Page, cancellationToken);
        var screen = await readings.Record(
            request.Caller,
            page.Items.SelectMany(card => Seen(request.Caller, card)),
            () => Screen.For(request.Caller, events, staff, clock, cancellationToken),
            cancellationToken);
        return new Page<MatterSummary>([.. page.Items.Select(screen.Summary)], page.Next);
    }

    public async Task<Result<MatterDetail>> Handle(ReadMatter request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var history = await events.Load(
            MatterStream.Of(tenant, request.Matter), request.AsOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole, cancellationToken);

        // The stream is always up to date; what other streams add to the card (time, invoices) comes from the view.
        var card = history.Aggregate(
            default(MatterCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.Matter.Value), view, envelope));
        if (card is null)
        {
            return MatterRefusals.NotFound;
        }

        if (request.AsOf is null && await views.Find<MatterCard>(tenant, request.Matter.Value, cancellationToken) is { } counted)
        {
            card = card with { UnbilledMinutes = counted.UnbilledMinutes };
        }

        var others = new Dictionary<MatterId, MatterCard?>();
        foreach (var hit in card.Check.Hits.Select(hit => hit.Matter).Distinct())
        {
            others[hit] = await views.Find<MatterCard>(tenant, hit.Value, cancellationToken);
        }

        var screen = await readings.Record(
            request.Caller, Seen(request.Caller, card), () => Screen.For(request.Caller, events, staff, clock, cancellationToken), cancellationToken);
        return screen.Detail(card, others, history);
    }

    private static IEnumerable<Shown> Seen(Caller caller, MatterCard card) => caller.MayReadContent()
        ? Shown.Of(ContentKind.Matter, card.Title ?? card.ClientName, card.Id.Value, card.Conversation)
        : [];

    /// <summary>What one caller may see, with the names and rates that the cards lack.</summary>
    private sealed record Screen(bool Readable, IReadOnlyDictionary<StaffId, string> Names, Firm.Founded? Firm, DateOnly Today)
    {
        public static async Task<Screen> For(
            Caller caller, IEventStore events, IStaffDirectory staff, TimeProvider clock, CancellationToken cancellationToken)
        {
            var firm = await events.Firm(caller.Tenant, cancellationToken);
            return new Screen(
                caller.MayReadContent(),
                await staff.Names(caller.Tenant, cancellationToken),
                firm,
                (firm?.Profile.Zone ?? IndonesianZone.Wib).DateOf(clock.GetUtcNow()));
        }

        public MatterSummary Summary(MatterCard card) => new(
            card.Id, card.Number, Open(card.Title), card.Client, Open(card.ClientName), card.State, card.PracticeArea, Name(card.Responsible),
            card.OpenedAt, card.Conversation, card.Intake, card.UnbilledMinutes, Rate(card));

        public MatterDetail Detail(MatterCard card, Dictionary<MatterId, MatterCard?> others, IReadOnlyList<EventEnvelope> history) => new(
            card.Id, card.Number, Open(card.Title), card.Client, Open(card.ClientName), card.State, card.PracticeArea, Name(card.Responsible),
            card.OpenedAt, card.Conversation, card.Intake, card.UnbilledMinutes, Rate(card),
            [.. card.Parties.Select(party => new PartyView(party.Id, Open(party.Name), party.Side, party.Role))],
            new ConflictCheckView(
                card.Check.State,
                [.. card.Check.Hits.Select(hit => new ConflictHitView(
                    others.GetValueOrDefault(hit.Matter)?.Number ?? hit.Number,
                    hit.Side,
                    Name(others.GetValueOrDefault(hit.Matter)?.Responsible)?.Name,
                    hit.Match))],
                Name(card.Check.DecidedBy), card.Check.DecidedAt, card.Check.Reason),
            card.Fee is { } fee ? new FeeView(fee.Kind, fee.HourlyRate?.Rupiah, fee.Amount?.Rupiah, fee.From) : null,
            [.. history.Select(envelope => new HistoryLine(envelope.Type, envelope.At, envelope.Actor))]);

        private string? Open(Domain.Privacy.Personal<string>? personal) => Readable ? personal?.Value : null;

        private StaffName? Name(StaffId? id) => id is { } known ? new StaffName(known, Names.GetValueOrDefault(known, string.Empty)) : null;

        private long? Rate(MatterCard card) =>
            card.Responsible is { } responsible ? Firm?.HourlyRate(responsible, card.Id, card.Fee, Today)?.Rupiah : null;
    }
}
