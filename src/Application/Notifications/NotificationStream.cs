using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

internal static class NotificationStream
{
    public static StreamId Of(TenantId tenant, NotificationId notification) => new(tenant, "notification", notification.Value);

    /// <summary>Under the id that Meta gives back with each status.</summary>
    public static StreamId Message(TenantId tenant, OutboundMessageId message) => new(tenant, "staff_message", message.Value);

    public static StreamId Rules(TenantId tenant) => new(tenant, "notification_rules", StableId.Of($"notification-rules/{tenant}"));

    /// <summary>Told once for a reply, however often the client writes while it waits.</summary>
    public static NotificationId Stale(ReplyId reply) => new(StableId.Of($"notification/stale/{reply}"));

    /// <summary>Told once for each opening of the window.</summary>
    public static NotificationId WindowClosing(ConversationId conversation, DateTimeOffset closesAt) =>
        new(StableId.Of($"notification/window/{conversation}/{closesAt.UtcTicks}"));

    /// <summary>Each person has one a day, whatever the clock does.</summary>
    public static NotificationId Digest(StaffId staff, DateOnly day) => new(StableId.Of($"notification/digest/{staff}/{day:yyyy-MM-dd}"));

    /// <summary>While a number stays stopped for the same reason, once a day.</summary>
    public static NotificationId ChannelStopped(ChannelId channel, int code, DateTimeOffset at) =>
        new(StableId.Of($"notification/channel-stopped/{channel}/{code}/{at.UtcDateTime:yyyy-MM-dd}"));

    public static NotificationId AccountRefused(ChannelId channel, DateTimeOffset at) =>
        new(StableId.Of($"notification/account-refused/{channel}/{at.UtcDateTime:yyyy-MM-dd}"));

    /// <summary>One event is told once.</summary>
    public static NotificationId Because(EventEnvelope envelope) => new(StableId.Of($"notification/{envelope.EventId}"));
}
