using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

internal static class NotificationStream
{
    public static StreamId Of(TenantId tenant, NotificationId notification) => new(tenant, "notification", notification.Value);

    public static StreamId Rules(TenantId tenant) => new(tenant, "notification_rules", StableId.Of($"notification-rules/{tenant}"));

    /// <summary>One event is told once.</summary>
    public static NotificationId Because(EventEnvelope envelope) => new(StableId.Of($"notification/{envelope.EventId}"));
}
