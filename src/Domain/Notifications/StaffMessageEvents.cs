using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

/// <summary>What becomes of a message to staff after Meta took it.</summary>
/// <param name="Message">What Meta gives back with each status.</param>
/// <param name="Round">Of the notification.</param>
public abstract record StaffMessageEvent(OutboundMessageId Message, NotificationId Notification, StaffId Staff, int Round) : IDomainEvent;

/// <summary>A notification is about to go to a staff member by WhatsApp.</summary>
public sealed record StaffMessageAddressed(OutboundMessageId Message, NotificationId Notification, StaffId Staff, int Round)
    : StaffMessageEvent(Message, Notification, Staff, Round);

/// <summary>Meta says how far it got.</summary>
/// <param name="Code">Meta's error code, where it failed.</param>
public sealed record StaffMessageReached(
    OutboundMessageId Message, NotificationId Notification, StaffId Staff, int Round, DeliveryStatus Status, int? Code, DateTimeOffset At)
    : StaffMessageEvent(Message, Notification, Staff, Round);
