namespace Lawyers.Hub.Domain.Tickets;

/// <summary>A complaint that the firm works on.</summary>
public readonly record struct TicketId(Guid Value) : IIdentifier<TicketId>
{
    public static TicketId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
