namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>An integration's bearer token.</summary>
public readonly record struct TokenId(Guid Value) : IIdentifier<TokenId>
{
    public static TokenId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
