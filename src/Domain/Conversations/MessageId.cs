namespace Lawyers.Hub.Domain.Conversations;

/// <summary>One message of a conversation, in either direction.</summary>
public readonly record struct MessageId(Guid Value) : IIdentifier<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
