namespace Lawyers.Hub.Domain.Conversations;

/// <summary>How far a sent message got, in the order in which it may move; <see cref="Failed"/> overrides only what was not delivered yet.</summary>
public enum DeliveryStatus
{
    Sent,
    Delivered,
    Read,
    Failed,
}
