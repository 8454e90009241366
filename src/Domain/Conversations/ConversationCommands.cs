using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

public abstract record ConversationCommand
{
    private ConversationCommand()
    {
    }

    /// <summary>The first one opens the conversation. A wamid is received once because it is the cause of its unit of work.</summary>
    public sealed record Receive(ChannelId Channel, DataSubjectId Client, Personal<string> Label, MessageReceived Message) : ConversationCommand;

    /// <summary>A status moves a message on and never back.</summary>
    /// <param name="Message">Known from our own call or from the callback data that the status carries back; else none.</param>
    public sealed record RecordStatus(
        ConversationId Conversation, BlindIndex Wamid, OutboundMessageId? Message, DeliveryStatus Status, int? Code, DateTimeOffset At)
        : ConversationCommand
    {
        /// <summary>What the conversation holds of this wamid, at the version that is decided on.</summary>
        public Delivery Recorded { get; init; } = Delivery.Unknown;
    }

    public sealed record TakeOver(StaffId By) : ConversationCommand;

    public sealed record GiveBack(StaffId? By) : ConversationCommand;

    public sealed record MarkSeen(StaffId By) : ConversationCommand;
}
