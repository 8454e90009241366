namespace Lawyers.Hub.Domain.Intakes;

/// <summary>A pinned run of a published definition up to a person's decision.</summary>
public readonly record struct IntakeId(Guid Value) : IIdentifier<IntakeId>
{
    public static IntakeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
