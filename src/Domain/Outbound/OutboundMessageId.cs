namespace Lawyers.Hub.Domain.Outbound;

/// <summary>An approved thing on its way to Meta; also the callback data that Meta's statuses carry back.</summary>
public readonly record struct OutboundMessageId(Guid Value) : IIdentifier<OutboundMessageId>
{
    public static OutboundMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
