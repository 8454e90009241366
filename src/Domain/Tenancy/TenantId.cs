namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>One law firm: the wall that no data crosses.</summary>
public readonly record struct TenantId(Guid Value) : IIdentifier<TenantId>
{
    public static TenantId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
