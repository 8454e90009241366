using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

/// <summary>Something that staff was told waits: raised, said again until somebody has seen it or it waits no more.</summary>
public abstract record Notification
{
    public static readonly Decider<Notification, NotificationCommand, NotificationEvent> Decider = new(new Absent(), Decide, Evolve);

    private Notification()
    {
    }

    public static Result<NotificationEvent[]> Decide(Notification notification, NotificationCommand command) => (notification, command) switch
    {
        (Absent, NotificationCommand.Raise { Recipients.Count: 0 }) => Record(), // a firm without anybody to tell
        (Absent, NotificationCommand.Raise c) => Record([
            new NotificationRaised(c.Notification, c.Rule.Occasion, c.Place, c.Recipients, c.Later, c.Rule.By, c.Rule.RepeatAfter, c.At),
            .. c.Waiting.Count > 0 ? [new NotificationWaitingCounted(c.Notification, c.Waiting)] : Array.Empty<NotificationEvent>(),
        ]),
        (Absent, _) => NotificationRefusals.NotFound,
        (Raised, NotificationCommand.Raise) => Record(),
        (Raised r, NotificationCommand.Repeat c) => r.IsWaiting && r.NextAt <= c.Now
            ? Record(new NotificationRepeated(r.Id, r.Round + 1, [.. r.Recipients.Concat(r.Later).Distinct()], c.Now))
            : Record(),
        (Raised r, NotificationCommand.Send c) => r.IsWaiting && c.Round == r.Round && r.By.Contains(c.By) && !r.Deliveries.ContainsKey(new(c.Staff, c.By, c.Round))
            ? Record(new NotificationSending(r.Id, c.Staff, c.By, c.Round))
            : Record(),
        (Raised r, NotificationCommand.Settle c) => r.Deliveries.TryGetValue(new(c.Staff, c.By, c.Round), out var settled) && !settled
            ? Record(c.Trouble is { } trouble
                ? new NotificationFailed(r.Id, c.Staff, c.By, c.Round, trouble)
                : new NotificationDelivered(r.Id, c.Staff, c.By, c.Round))
            : Record(),
        (Raised r, NotificationCommand.See c) when !r.Recipients.Contains(c.Staff) => NotificationRefusals.NotFound,
        (Raised r, NotificationCommand.See c) => r.SeenBy.Contains(c.Staff) ? Record() : Record(new NotificationSeen(r.Id, c.Staff, c.At)),
        (Raised r, NotificationCommand.Close c) => r.IsClosed ? Record() : Record(new NotificationClosed(r.Id, c.At)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {notification.GetType().Name}"),
    };

    public static Notification Evolve(Notification notification, NotificationEvent @event) => (notification, @event) switch
    {
        (Absent, NotificationRaised e) => new Raised(e.Notification, [.. e.Recipients], [.. e.Later], [.. e.By], e.RepeatEvery, e.At + e.RepeatEvery),
        (Raised r, NotificationWaitingCounted) => r, // told, and nothing is decided by it
        (Raised r, NotificationRepeated e) => r with { Round = e.Round, Recipients = [.. e.Recipients], NextAt = e.At + r.RepeatEvery },
        (Raised r, NotificationSending e) => r with { Deliveries = r.Deliveries.SetItem(new(e.Staff, e.By, e.Round), false) },
        (Raised r, NotificationDelivered e) => r with { Deliveries = r.Deliveries.SetItem(new(e.Staff, e.By, e.Round), true) },
        (Raised r, NotificationFailed e) => r with { Deliveries = r.Deliveries.SetItem(new(e.Staff, e.By, e.Round), true) },
        (Raised r, NotificationSeen e) => r with { SeenBy = r.SeenBy.Add(e.Staff) },
        (Raised r, NotificationClosed) => r with { IsClosed = true },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {notification.GetType().Name}"),
    };

    private static Result<NotificationEvent[]> Record(params NotificationEvent[] events) => events;

    public sealed record Absent : Notification;

    /// <param name="NextAt">When it is said again; none if it is said once.</param>
    public sealed record Raised(
        NotificationId Id,
        ImmutableList<StaffId> Recipients,
        ImmutableList<StaffId> Later,
        ImmutableList<Means> By,
        TimeSpan? RepeatEvery,
        DateTimeOffset? NextAt) : Notification
    {
        /// <summary>0: it was said once.</summary>
        public int Round { get; init; }

        public ImmutableHashSet<StaffId> SeenBy { get; init; } = [];

        public bool IsClosed { get; init; }

        /// <summary>What was tried, and whether its outcome is known.</summary>
        public ImmutableDictionary<Attempt, bool> Deliveries { get; init; } = ImmutableDictionary<Attempt, bool>.Empty;

        public bool IsWaiting => !IsClosed && SeenBy.IsEmpty;
    }

    public readonly record struct Attempt(StaffId Staff, Means By, int Round);
}
