namespace Lawyers.Hub.Domain.Matters;

/// <summary>One party of one matter.</summary>
public readonly record struct PartyId(Guid Value) : IIdentifier<PartyId>
{
    public static PartyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
