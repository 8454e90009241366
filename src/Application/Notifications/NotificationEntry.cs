using System.Collections.Immutable;
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
public sealed record NotificationDelivery(StaffId Staff, Means By, int Round, NotificationDeliveryState State, DeliveryTrouble? Trouble, DateTimeOffset At);

public enum NotificationDeliveryState
{
    Sending,
    Delivered,
    Failed,
}

internal sealed class NotificationProjection : Projection<NotificationEntry>
{
    public const string OpenTag = "open:true";

    public override string Name => "notification";

    public static string ForTag(StaffId staff) => $"for:{staff}";

    public static string UnseenTag(StaffId staff) => $"unseen:{staff}";

    public static string SubjectTag(Guid subject) => $"subject:{subject:D}";

    public static string ConversationTag(ConversationId conversation) => $"conversation:{conversation}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is NotificationEvent e ? [new(e.Notification.Value)] : [];

    public override NotificationEntry? Evolve(DocumentKey key, NotificationEntry? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, NotificationRaised e) => new NotificationEntry(e.Notification, e.Occasion, e.Place, [.. e.Recipients], [.. e.By], e.At, e.At),
        (not null, NotificationWaitingCounted e) => view with { Waiting = [.. e.Waiting] },
        (not null, NotificationRepeated e) => view with { Round = e.Round, Recipients = [.. e.Recipients], SaidAt = e.At },
        (not null, NotificationSending e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Sending, null, envelope.At)),
        (not null, NotificationDelivered e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Delivered, null, envelope.At)),
        (not null, NotificationFailed e) => With(view, new(e.Staff, e.By, e.Round, NotificationDeliveryState.Failed, e.Trouble, envelope.At)),
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

    // Of each person and means only the last round is kept here; the log has them all.
    private static NotificationEntry With(NotificationEntry view, NotificationDelivery delivery) => view with
    {
        Deliveries = view.Deliveries.RemoveAll(known => known.Staff == delivery.Staff && known.By == delivery.By).Add(delivery),
    };
}
