using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

public abstract record NotificationCommand
{
    private NotificationCommand()
    {
    }

    public sealed record Raise(
        NotificationId Notification, NotificationRule Rule, Place Place, IReadOnlyList<StaffId> Recipients, IReadOnlyList<StaffId> Later, DateTimeOffset At)
        : NotificationCommand
    {
        /// <summary>How much waits, where that is what is told.</summary>
        public IReadOnlyList<WaitingCount> Waiting { get; init; } = [];
    }

    /// <summary>Its time has passed and nobody has seen it.</summary>
    public sealed record Repeat(DateTimeOffset Now) : NotificationCommand;

    public sealed record Send(StaffId Staff, Means By, int Round) : NotificationCommand;

    /// <param name="Trouble">None: it was taken over.</param>
    public sealed record Settle(StaffId Staff, Means By, int Round, DeliveryTrouble? Trouble) : NotificationCommand;

    public sealed record See(StaffId Staff, DateTimeOffset At) : NotificationCommand;

    public sealed record Close(DateTimeOffset At) : NotificationCommand;
}
