using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>What the caller was told, the latest first. An integration is told nothing.</summary>
/// <param name="Unseen">Only what they have not seen and still waits.</param>
public sealed record ReadNotifications(Caller Caller, bool Unseen, PageRequest Page) : IRequest<Result<Page<NotificationView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

/// <summary>Everything that anybody was told, and how it reached them.</summary>
public sealed record ReadNotificationHistory(Caller Caller, PageRequest Page) : IRequest<Result<Page<NotificationRecord>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AskAuditQuestions;
}

/// <summary>Something that waits, and where.</summary>
/// <param name="SaidAt">When it was last said.</param>
/// <param name="Round">How often it was said again.</param>
/// <param name="Sounds">Whether the bell rings for it now: nobody has seen it yet.</param>
/// <param name="Unseen">The caller has not seen it, and it still waits.</param>
/// <param name="SeenBy">Who saw it first; it may be a colleague.</param>
/// <param name="Waiting">How much waits, where that is what is told.</param>
public sealed record NotificationView(
    NotificationId Id, Occasion Occasion, NotificationPlace Place, DateTimeOffset RaisedAt, DateTimeOffset SaidAt, int Round, bool Sounds, bool Unseen,
    StaffName? SeenBy, DateTimeOffset? ClosedAt, IReadOnlyList<WaitingCount> Waiting);

public sealed record NotificationPlace(PlaceKind Kind, Guid Id);

/// <param name="Told">Who was told, and by which of them it was seen.</param>
/// <param name="Deliveries">The last attempt for each person and means that leaves the hub.</param>
public sealed record NotificationRecord(
    NotificationId Id, Occasion Occasion, NotificationPlace Place, DateTimeOffset RaisedAt, int Round, IReadOnlyList<ToldStaff> Told,
    IReadOnlyList<DeliveryView> Deliveries, DateTimeOffset? ClosedAt);

public sealed record ToldStaff(StaffName Staff, DateTimeOffset? SeenAt);

/// <param name="Error">What Meta says, where it failed after Meta took it.</param>
public sealed record DeliveryView(
    StaffName Staff, Means By, int Round, NotificationDeliveryState State, DeliveryTrouble? Trouble, OutboundError? Error, DateTimeOffset At);

internal sealed class ReadNotificationsHandler(IViews views, IStaffDirectory staff) :
    IRequestHandler<ReadNotifications, Result<Page<NotificationView>>>,
    IRequestHandler<ReadNotificationHistory, Result<Page<NotificationRecord>>>
{
    public async Task<Result<Page<NotificationView>>> Handle(ReadNotifications request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } me)
        {
            return new Page<NotificationView>([], Next: null);
        }

        var names = await staff.Names(request.Caller.Tenant, cancellationToken);
        var tag = request.Unseen ? NotificationProjection.UnseenTag(me) : NotificationProjection.ForTag(me);
        var page = await views.List<NotificationEntry>(request.Caller.Tenant, [tag], request.Page, cancellationToken);
        return new Page<NotificationView>([.. page.Items.Select(entry => Show(entry, me, names))], page.Next);
    }

    public async Task<Result<Page<NotificationRecord>>> Handle(ReadNotificationHistory request, CancellationToken cancellationToken)
    {
        var names = await staff.Names(request.Caller.Tenant, cancellationToken);
        var page = await views.List<NotificationEntry>(request.Caller.Tenant, [], request.Page, cancellationToken);
        return new Page<NotificationRecord>([.. page.Items.Select(entry => Record(entry, names))], page.Next);
    }

    private static NotificationView Show(NotificationEntry entry, StaffId me, IReadOnlyDictionary<StaffId, string> names) => new(
        entry.Id, entry.Occasion, PlaceOf(entry), entry.RaisedAt, entry.SaidAt, entry.Round,
        entry.By.Contains(Means.Sound) && entry.ClosedAt is null && entry.SeenBy.IsEmpty,
        entry.IsUnseenBy(me),
        entry.SeenBy.IsEmpty ? null : Named(entry.SeenBy[0].Staff, names),
        entry.ClosedAt,
        entry.Waiting);

    private static NotificationRecord Record(NotificationEntry entry, IReadOnlyDictionary<StaffId, string> names) => new(
        entry.Id, entry.Occasion, PlaceOf(entry), entry.RaisedAt, entry.Round,
        [.. entry.Recipients.Select(person => new ToldStaff(Named(person, names), entry.SeenBy.Find(seen => seen.Staff == person)?.At))],
        [.. entry.Deliveries.Select(delivery => new DeliveryView(
            Named(delivery.Staff, names), delivery.By, delivery.Round, delivery.State, delivery.Trouble, delivery.Code is { } code ? OutboundError.Of(code) : null, delivery.At))],
        entry.ClosedAt);

    private static NotificationPlace PlaceOf(NotificationEntry entry) => new(entry.Place.Kind, entry.Place.Id);

    private static StaffName Named(StaffId id, IReadOnlyDictionary<StaffId, string> names) => new(id, names.GetValueOrDefault(id, string.Empty));
}
