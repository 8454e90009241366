using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>The firm's time entries by work date, the latest first.</summary>
public sealed record ReadTimeEntries(Caller Caller, TimeFilter Filter, PageRequest Page) : IRequest<Result<Page<TimeEntryView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadTimeEntry(Caller Caller, TimeEntryId TimeEntry, DateTimeOffset? AsOf = null) : IRequest<Result<TimeEntryView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

public sealed record TimeFilter(TimeEntryState? State = null, MatterId? Matter = null, StaffId? Staff = null);

/// <summary>One time entry with what it rests on. Titles and narratives only for those who may read content.</summary>
/// <param name="Because">What the suggestion was computed from.</param>
/// <param name="Amount">Minutes at the hourly rate of the work date; zero where the matter does not bill by the hour.</param>
public sealed record TimeEntryView(
    TimeEntryId Id,
    MatterId MatterId,
    string? MatterNumber,
    string? MatterTitle,
    StaffId StaffId,
    string StaffName,
    DateOnly WorkDate,
    int Minutes,
    int? SuggestedMinutes,
    int Units,
    TimeEntryState State,
    string? Narrative,
    Utbms Utbms,
    TimeComponents? Components,
    IReadOnlyList<string> Because,
    StaffName? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    long Amount,
    long HourlyRate,
    InvoiceId? InvoiceId,
    string? Reason);

internal sealed class ReadTimeEntriesHandler(IViews views, IEventStore events, IStaffDirectory staff, Readings readings) :
    IRequestHandler<ReadTimeEntries, Result<Page<TimeEntryView>>>,
    IRequestHandler<ReadTimeEntry, Result<TimeEntryView>>
{
    private static readonly TimeEntryProjection Projection = new();

    public async Task<Result<Page<TimeEntryView>>> Handle(ReadTimeEntries request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var page = await views.List<TimeEntryCard>(tenant, Tags(request.Filter), request.Page, cancellationToken);
        var matters = new Dictionary<MatterId, MatterCard?>();
        foreach (var matter in page.Items.Select(entry => entry.Matter).Distinct())
        {
            matters[matter] = await views.Find<MatterCard>(tenant, matter.Value, cancellationToken);
        }

        var names = await readings.Record(
            request.Caller,
            page.Items.SelectMany(entry => Seen(request.Caller, entry, matters[entry.Matter])),
            () => staff.Names(tenant, cancellationToken),
            cancellationToken);
        var firm = await events.Firm(tenant, cancellationToken);
        var readable = request.Caller.MayReadContent();
        return new Page<TimeEntryView>(
            [.. page.Items.Select(entry => Show(entry, matters[entry.Matter], firm, names, readable))], page.Next);
    }

    // From the stream and not from the view: what was just decided shows at once.
    public async Task<Result<TimeEntryView>> Handle(ReadTimeEntry request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var history = await events.Load(
            TimeEntryStream.Of(tenant, request.TimeEntry), request.AsOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole, cancellationToken);
        var card = history.Aggregate(
            default(TimeEntryCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.TimeEntry.Value), view, envelope));
        if (card is null)
        {
            return TimeEntryRefusals.NotFound;
        }

        var matter = await views.Find<MatterCard>(tenant, card.Matter.Value, cancellationToken);
        var names = await readings.Record(
            request.Caller, Seen(request.Caller, card, matter), () => staff.Names(tenant, cancellationToken), cancellationToken);
        return Show(card, matter, await events.Firm(tenant, cancellationToken), names, request.Caller.MayReadContent());
    }

    private static IEnumerable<Shown> Seen(Caller caller, TimeEntryCard entry, MatterCard? matter) => caller.MayReadContent()
        ?
        [
            .. Shown.Of(ContentKind.Narrative, entry.Narrative, entry.Id.Value, matter?.Conversation),
            .. Shown.Of(ContentKind.Matter, matter?.Title, entry.Matter.Value, matter?.Conversation),
        ]
        : [];

    private static string[] Tags(TimeFilter filter) =>
    [
        .. filter.State is { } state ? [TimeEntryProjection.StateTag(state)] : Array.Empty<string>(),
        .. filter.Matter is { } matter ? [TimeEntryProjection.MatterTag(matter)] : Array.Empty<string>(),
        .. filter.Staff is { } staff ? [TimeEntryProjection.StaffTag(staff)] : Array.Empty<string>(),
    ];

    private static TimeEntryView Show(
        TimeEntryCard entry, MatterCard? matter, Firm.Founded? firm, IReadOnlyDictionary<StaffId, string> names, bool readable)
    {
        var rate = matter?.Fee is { BillsByTheHour: false }
            ? Money.Zero
            : firm?.HourlyRate(entry.Staff, entry.Matter, matter?.Fee, entry.WorkDate) ?? Money.Zero;
        return new TimeEntryView(
            entry.Id,
            entry.Matter,
            matter?.Number,
            readable ? matter?.Title?.Value : null,
            entry.Staff,
            names.GetValueOrDefault(entry.Staff, string.Empty),
            entry.WorkDate,
            entry.Minutes,
            entry.SuggestedMinutes,
            BillingUnit.Units(entry.Minutes),
            entry.State,
            readable ? entry.Narrative.Value : null,
            entry.Utbms,
            entry.Components,
            entry.Work?.Estimate().Because ?? [],
            entry.ApprovedBy is { } by ? new StaffName(by, names.GetValueOrDefault(by, string.Empty)) : null,
            entry.ApprovedAt,
            rate.Times(entry.Minutes, 60).Rupiah,
            rate.Rupiah,
            entry.Invoice,
            entry.Reason);
    }
}
