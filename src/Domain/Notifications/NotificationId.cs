namespace Lawyers.Hub.Domain.Notifications;

/// <summary>One thing that staff was told waits for them.</summary>
public readonly record struct NotificationId(Guid Value) : IIdentifier<NotificationId>
{
    public static NotificationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
