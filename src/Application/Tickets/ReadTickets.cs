using FluentValidation;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using MediatR;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>The firm's tickets, the latest first.</summary>
public sealed record ReadTickets(Caller Caller, TicketFilter Filter, PageRequest Page) : IRequest<Result<Page<TicketSummary>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Closed">Only closed ones, or only open ones; both by default.</param>
/// <param name="Region">A region's code; empty for those without one.</param>
/// <param name="MinDays">Opened at least so many days ago.</param>
/// <param name="MaxDays">Opened less than so many days ago.</param>
/// <param name="Number">The public number, or its end from a dash on.</param>
public sealed record TicketFilter(
    bool? Closed = null, string? State = null, string? Category = null, string? Region = null, int? MinDays = null, int? MaxDays = null, string? Number = null);

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadTicket(Caller Caller, TicketId Ticket, DateTimeOffset? AsOf = null) : IRequest<Result<TicketDetail>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadTicketsValidator : AbstractValidator<ReadTickets>
{
    private const int Longest = 100 * 366;

    public ReadTicketsValidator()
    {
        RuleFor(request => request.Filter.MinDays).InclusiveBetween(0, Longest).WithMessage("Days count from 0.");
        RuleFor(request => request.Filter.MaxDays).InclusiveBetween(0, Longest).WithMessage("Days count from 0.");
        RuleFor(request => request.Filter.Number).MaximumLength(60);
    }
}

internal sealed class ReadTicketsHandler(
    IViews views, IEventStore events, TicketScreen screen, Readings readings, TimeProvider clock) :
    IRequestHandler<ReadTickets, Result<Page<TicketSummary>>>,
    IRequestHandler<ReadTicket, Result<TicketDetail>>
{
    private static readonly TicketProjection Projection = new();
    private static readonly IntakeProjection Intakes = new();

    public async Task<Result<Page<TicketSummary>>> Handle(ReadTickets request, CancellationToken cancellationToken)
    {
        var (filter, now) = (request.Filter, clock.GetUtcNow());
        var page = await views.List<TicketCard>(
            request.Caller.Tenant,
            [.. TagsOf(filter)],
            request.Page with
            {
                From = filter.MaxDays is { } most ? TicketProjection.OpenedKey(now.AddDays(-most)) : null,
                Before = filter.MinDays is { } least ? TicketProjection.OpenedKey(now.AddDays(-least)) : null,
            },
            cancellationToken);
        var summaries = new List<TicketSummary>();
        foreach (var card in page.Items)
        {
            summaries.Add(await screen.Summary(request.Caller.Tenant, card, cancellationToken));
        }

        return new Page<TicketSummary>(summaries, page.Next);
    }

    // From the streams and not from the views: what somebody has just done is on the page at once.
    public async Task<Result<TicketDetail>> Handle(ReadTicket request, CancellationToken cancellationToken)
    {
        var (caller, tenant) = (request.Caller, request.Caller.Tenant);
        var bound = request.AsOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole;
        var history = await events.Load(TicketStream.Of(tenant, request.Ticket), bound, cancellationToken);
        var card = history.Aggregate(
            default(TicketCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.Ticket.Value), view, envelope));
        if (card is null)
        {
            return TicketRefusals.NotFound;
        }

        var interview = await events.Load(IntakeStream.Of(tenant, card.Intake), bound, cancellationToken);
        var intake = interview.Aggregate(
            default(IntakeCard), (view, envelope) => Intakes.Evolve(new DocumentKey(card.Intake.Value), view, envelope))
            ?? throw new InvalidOperationException($"The ticket {card.Id} has no intake.");
        return await readings.Record(
            caller,
            caller.MayReadContent() ? Seen(card, history[^1].Version, interview[^1].Version) : [],
            async () => (Result<TicketDetail>)await screen.Detail(caller, card, intake, request.AsOf is null, cancellationToken),
            cancellationToken);
    }

    private static IEnumerable<Shown> Seen(TicketCard card, long version, long answers) =>
    [
        new(card.Client, card.Conversation, new ContentSeen(ContentKind.Name, card.Client.Value)),
        new(card.Client, card.Conversation, new ContentSeen(ContentKind.Answers, card.Intake.Value, answers)),
        new(card.Client, card.Conversation, new ContentSeen(ContentKind.Ticket, card.Id.Value, version)),
    ];

    // The narrowest first: it leads the way.
    private static IEnumerable<string> TagsOf(TicketFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Number))
        {
            yield return TicketProjection.NumberTag(filter.Number);
        }

        if (filter.Region is { } region)
        {
            yield return TicketProjection.RegionTag(region);
        }

        if (filter.Category is { } category)
        {
            yield return TicketProjection.CategoryTag(category);
        }

        if (filter.State is { } state)
        {
            yield return TicketProjection.StateTag(state);
        }

        if (filter.Closed is { } closed)
        {
            yield return TicketProjection.ClosedTag(closed);
        }
    }
}
