namespace Lawyers.Hub.Domain.Outbound;

/// <summary>Proposed text to a client.</summary>
public readonly record struct ReplyId(Guid Value) : IIdentifier<ReplyId>
{
    public static ReplyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
