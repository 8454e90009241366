namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>A person who signs in.</summary>
public readonly record struct StaffId(Guid Value) : IIdentifier<StaffId>
{
    public static StaffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
