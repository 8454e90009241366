namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>One WhatsApp number of a firm.</summary>
public readonly record struct ChannelId(Guid Value) : IIdentifier<ChannelId>
{
    public static ChannelId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
