namespace Lawyers.Hub.Domain.Matters;

/// <summary>An accepted case.</summary>
public readonly record struct MatterId(Guid Value) : IIdentifier<MatterId>
{
    public static MatterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
