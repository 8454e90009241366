namespace Lawyers.Hub.Domain.Conversations;

/// <summary>All messages between one client and one channel.</summary>
public readonly record struct ConversationId(Guid Value) : IIdentifier<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
