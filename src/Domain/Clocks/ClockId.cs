namespace Lawyers.Hub.Domain.Clocks;

/// <summary>One thing that the firm owes somebody within a time.</summary>
public readonly record struct ClockId(Guid Value) : IIdentifier<ClockId>
{
    public static ClockId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
