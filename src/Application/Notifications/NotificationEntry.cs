using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>One line of the bell and of its history.</summary>
public sealed record NotificationEntry(
    NotificationId Id,
    Occasion Occasion,
    Place Place,
    ImmutableList<StaffId> Recipients,
    ImmutableList<Means> By,
    DateTimeOffset RaisedAt,
    DateTimeOffset SaidAt)
{
    public int Round { get; init; }

    public ImmutableList<SeenNotification> SeenBy { get; init; } = [];

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How much waits, where that is what is told.</summary>
    public ImmutableList<WaitingCount> Waiting { get; init; } = [];

    public ImmutableList<NotificationDelivery> Deliveries { get; init; } = [];

    public bool IsUnseenBy(StaffId staff) => ClosedAt is null && Recipients.Contains(staff) && SeenBy.TrueForAll(seen => seen.Staff != staff);
}

public sealed record SeenNotification(StaffId Staff, DateTimeOffset At);

/// <param name="State">Whether the next machine took it over.</param>
/// <param name="Code">Meta's error code, where Meta says that it failed.</param>
public sealed record NotificationDelivery(
    StaffId Staff, Means By, int Round, NotificationDeliveryState State, DeliveryTrouble? Trouble, DateTimeOffset At, int? Code = null);

public enum NotificationDeliveryState
{
    Sending,

    /// <summary>The next machine on the way took it over.</summary>
    Delivered,
    Failed,

    /// <summary>It is on the person's phone.</summary>
    Arrived,

    /// <summary>The person has read it there.</summary>
    Read,
}

internal sealed class NotificationProjection : Projection<NotificationEntry>
{
    public const string OpenTag = "open:true";

    public override string Name => "notification";

    public static string ForTag(StaffId staff) => $"for:{staff}";

    public static string UnseenTag(StaffId staff) => $"unseen:{staff}";

    public static string SubjectTag(Guid subject) => $"subject:{subject:D}";

    public static string ConversationTag(ConversationId conversation) => $"conversation:{conversation}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        NotificationEvent e => [new(e.Notification.Value)],
        StaffMessageReached e => [new(e.Notification.Value)],
        _ => [],
    };

    public override NotificationEntry? Evolve(DocumentKey key, NotificationEntry? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, NotificationRaised e) => new NotificationEntry(e.Notification, e.Occasion, e.Place, [.. e.Recipients], [.. e.By], e.At, e.At),
        (not null, NotificationWaitingCounted e) => view with { Waiting = [.. e.Waiting] },
        (not null, NotificationRepeated e) => view with { Round = e.Round, Recipients = [.. e.Recipients], SaidAt = e.At },
        (not null, NotificationSending e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Sending, null, envelope.At)),
        (not null, NotificationDelivered e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Delivered, null, envelope.At)),
        (not null, NotificationFailed e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Failed, e.Trouble, envelope.At)),
        (not null, StaffMessageReached e) => With(view, Told(e)),
        (not null, NotificationSeen e) => view with { SeenBy = view.SeenBy.Add(new(e.Staff, e.At)) },
        (not null, NotificationClosed e) => view with { ClosedAt = e.At },
        _ => view,
    };

    public override string SortKey(NotificationEntry view) => view.RaisedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(NotificationEntry view)
    {
        foreach (var staff in view.Recipients)
        {
            yield return ForTag(staff);
            if (view.IsUnseenBy(staff))
            {
                yield return UnseenTag(staff);
            }
        }

        if (view.ClosedAt is null)
        {
            yield return OpenTag;
            yield return SubjectTag(view.Place.Subject);
            if (view.Place.Conversation is { } conversation)
            {
                yield return ConversationTag(conversation);
            }
        }
    }

    private static NotificationDelivery Told(StaffMessageReached told) => new(
        told.Staff, Means.WhatsApp, told.Round,
        told.Status switch
        {
            DeliveryStatus.Sent => NotificationDeliveryState.Delivered,
            DeliveryStatus.Delivered => NotificationDeliveryState.Arrived,
            DeliveryStatus.Read => NotificationDeliveryState.Read,
            DeliveryStatus.Failed => NotificationDeliveryState.Failed,
            _ => throw new UnreachableException($"{told.Status} is no state of a delivery."),
        },
        told.Status == DeliveryStatus.Failed ? DeliveryTrouble.Refused : null, told.At, told.Code);

    // Of each person and means only the last round is kept here; the log has them all.
    // A phone may tell of an earlier round late, and Meta's status may come before its answer to the send.
    private static NotificationEntry With(NotificationEntry view, NotificationDelivery delivery)
    {
        var known = view.Deliveries.Find(one => one.Staff == delivery.Staff && one.By == delivery.By);
        var isOld = known is not null
            && (known.Round > delivery.Round || (known.Round == delivery.Round && IsOnPhone(known) && delivery.State is NotificationDeliveryState.Sending or NotificationDeliveryState.Delivered));
        return isOld ? view : view with { Deliveries = view.Deliveries.RemoveAll(one => one.Staff == delivery.Staff && one.By == delivery.By).Add(delivery) };
    }

    private static bool IsOnPhone(NotificationDelivery delivery) => delivery.State is NotificationDeliveryState.Arrived or NotificationDeliveryState.Read
        || delivery is { State: NotificationDeliveryState.Failed, Code: not null };
}
