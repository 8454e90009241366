namespace Lawyers.Hub.Domain.Bus;

/// <summary>Something that could not be processed; the same thing failing again keeps its id.</summary>
public readonly record struct DeadLetterId(Guid Value) : IIdentifier<DeadLetterId>
{
    public static DeadLetterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
