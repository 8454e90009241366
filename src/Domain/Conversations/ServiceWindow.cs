namespace Lawyers.Hub.Domain.Conversations;

/// <summary>
/// WhatsApp's customer service window: 24 hours from the client's last inbound message by Meta's own timestamp. Inside it free text may
/// be sent, outside it templates only (error 131047).
/// </summary>
public readonly record struct ServiceWindow(DateTimeOffset ClosesAt)
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    /// <summary>A send is refused when less than this remains: it might reach Meta too late.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    public static ServiceWindow After(DateTimeOffset lastInbound) => new(lastInbound + Length);

    public bool IsOpenAt(DateTimeOffset now) => ClosesAt - now >= Margin;
}
