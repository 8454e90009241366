using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

public abstract record ConversationCommand
{
    private ConversationCommand()
    {
    }

    /// <summary>The first one opens the conversation.</summary>
    public sealed record Receive(ChannelId Channel, DataSubjectId Client, Personal<string> Label, MessageReceived Message) : ConversationCommand;

    /// <param name="Message">Known from our own call or from the callback data that the status carries back; else none.</param>
    public sealed record RecordStatus(
        ConversationId Conversation, BlindIndex Wamid, OutboundMessageId? Message, DeliveryStatus Status, int? Code, DateTimeOffset At)
        : ConversationCommand;

    public sealed record TakeOver(StaffId By) : ConversationCommand;

    public sealed record GiveBack(StaffId? By) : ConversationCommand;

    public sealed record MarkSeen(StaffId By) : ConversationCommand;
}
