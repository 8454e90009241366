using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using MediatR;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>How many complaints there are: where, about what, in which state, and how long open ones have waited.</summary>
/// <param name="Category">Only of this category.</param>
/// <param name="Region">Only of this region; empty for those without one.</param>
public sealed record ReadTicketStatistics(Caller Caller, string? Category, string? Region) : IRequest<Result<TicketStatistics>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="ByAge">Open ones only, the youngest first.</param>
/// <param name="ByWeek">When they came in: seven days up to today, the seven before, and so on.</param>
public sealed record TicketStatistics(
    int Total,
    int Open,
    IReadOnlyList<TicketCount> ByState,
    IReadOnlyList<TicketCount> ByCategory,
    IReadOnlyList<TicketCount> ByRegion,
    IReadOnlyList<TicketAgeCount> ByAge,
    IReadOnlyList<TicketWeekCount> ByWeek);

/// <param name="Code">None for tickets without one.</param>
public sealed record TicketCount(TicketCode? Code, int Total, int Open);

/// <param name="MinDays">Opened at least so many days ago.</param>
/// <param name="MaxDays">Opened less than so many days ago; none for the oldest.</param>
public sealed record TicketAgeCount(int MinDays, int? MaxDays, int Open);

/// <param name="From">Its first day.</param>
/// <param name="MinDays">Opened at least so many days ago.</param>
/// <param name="MaxDays">Opened less than so many days ago.</param>
public sealed record TicketWeekCount(DateOnly From, int MinDays, int MaxDays, int Total, int Open);

internal sealed class ReadTicketStatisticsHandler(IViews views, IDefinitions definitions, TicketScreen screen, TimeProvider clock)
    : IRequestHandler<ReadTicketStatistics, Result<TicketStatistics>>
{
    private const int Week = 7;
    private const int Weeks = 8;

    private static readonly (int Min, int? Max)[] Ages = [(0, 1), (1, 3), (3, 7), (7, 30), (30, null)];

    public async Task<Result<TicketStatistics>> Handle(ReadTicketStatistics request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var counted = await views.Count<TicketCard>(tenant, TicketCell.Prefix, cancellationToken);
        var cells = counted.Select(pair => (Cell: TicketCell.Read(pair.Key), Count: pair.Value))
            .Where(entry => request.Category is null || entry.Cell.Category == request.Category)
            .Where(entry => request.Region is null || (entry.Cell.Region ?? "") == request.Region)
            .ToArray();
        var words = await Words(tenant, cells.Select(entry => entry.Cell.Definition).Distinct(), cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new TicketStatistics(
            cells.Sum(entry => entry.Count),
            OpenOf(cells),
            [.. Group(cells, cell => cell.State, cell => new TicketCode(cell.State, words[cell.Definition].Ticket!.LabelOf(cell.State)))
                .OrderBy(count => words.Values.Select(definition => PlaceOf(definition, count.Code!.Value)).Min())],
            Group(cells, cell => cell.Category, cell => new TicketCode(cell.Category!, TicketSubject.LabelOf(cell.Category!, words[cell.Definition]))),
            Group(cells, cell => cell.Region, cell => screen.Region(cell.Region!)),
            [.. Ages.Select(age => new TicketAgeCount(age.Min, age.Max, OpenOf([.. cells.Where(entry => IsOf(age, today.DayNumber - entry.Cell.Day.DayNumber))])))],
            [.. Enumerable.Range(0, Weeks).Select(week => WeekOf(week, today, cells))]);
    }

    private static TicketWeekCount WeekOf(int week, DateOnly today, (TicketCell Cell, int Count)[] cells)
    {
        var (least, most) = (week * Week, (week + 1) * Week);
        var came = cells.Where(entry => IsOf((least, most), today.DayNumber - entry.Cell.Day.DayNumber)).ToArray();
        return new TicketWeekCount(today.AddDays(1 - most), least, most, came.Sum(entry => entry.Count), OpenOf(came));
    }

    // The words of the newest version: a state or category that it no longer has goes by its code.
    private async Task<Dictionary<string, Definition>> Words(TenantId tenant, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            words.Add(key, await definitions.Latest(tenant, key, cancellationToken));
        }

        return words;
    }

    /// <summary>The most first; those without a code last.</summary>
    private static IReadOnlyList<TicketCount> Group(
        (TicketCell Cell, int Count)[] cells, Func<TicketCell, string?> by, Func<TicketCell, TicketCode> code) =>
    [
        .. cells.GroupBy(entry => by(entry.Cell))
            .Select(group => new TicketCount(
                group.Key is null ? null : code(group.First().Cell), group.Sum(entry => entry.Count), OpenOf([.. group])))
            .OrderBy(count => count.Code is null).ThenByDescending(count => count.Total).ThenBy(count => count.Code?.Value, StringComparer.Ordinal),
    ];

    private static int OpenOf((TicketCell Cell, int Count)[] cells) => cells.Where(entry => !entry.Cell.IsClosed).Sum(entry => entry.Count);

    private static bool IsOf((int Min, int? Max) age, int days) => days >= age.Min && (age.Max is not { } most || days < most);

    private static int PlaceOf(Definition definition, string state) => definition.Ticket!.States.TakeWhile(other => other != state).Count();
}
