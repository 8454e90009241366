using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

public abstract record ConversationCommand
{
    private protected ConversationCommand()
    {
    }

    /// <summary>The first one opens the conversation. A wamid is received once because it is the cause of its unit of work.</summary>
    public sealed record Receive(ChannelId Channel, DataSubjectId Client, Personal<string> Label, MessageReceived Message) : ConversationCommand
    {
        /// <summary>What the sender's names say of who this is.</summary>
        public Recognised By { get; init; } = Recognised.As(Client);

        /// <summary>How the client is shown under the new number; only where the message is WhatsApp's notice of a change.</summary>
        public Personal<string>? ChangedTo { get; init; }

        /// <summary>What the message does beside having arrived: to an earlier message, or to who the client is.</summary>
        public ConversationEvent? Effect { get; init; }
    }

    /// <summary>The firm wrote past the hub; a first message of that kind opens the conversation too.</summary>
    public sealed record Echo(ChannelId Channel, DataSubjectId Client, Personal<string> Label, MessageEchoed Message) : ConversationCommand;

    /// <summary>Tells this conversation too that one of its client's names is another client's.</summary>
    public sealed record Contest(ContestedName Name) : ConversationCommand;

    /// <summary>A person has looked at who the client is.</summary>
    public sealed record SettleIdentity : ConversationCommand;

    public sealed record ChangeMarketingPreference(ConversationId Conversation, DataSubjectId Client, bool Stopped, DateTimeOffset At)
        : ConversationCommand;

    /// <summary>A status moves a message on and never back.</summary>
    /// <param name="Message">Known from our own call or from the callback data that the status carries back; else none.</param>
    public sealed record RecordStatus(
        ConversationId Conversation, BlindIndex Wamid, OutboundMessageId? Message, DeliveryStatus Status, int? Code, DateTimeOffset At)
        : ConversationCommand
    {
        /// <summary>What the conversation holds of this wamid, at the version that is decided on.</summary>
        public Delivery Recorded { get; init; } = Delivery.Unknown;

        /// <summary>The client has played the voice message, which says that it was read too.</summary>
        public bool Played { get; init; }

        /// <summary>What Meta charges; it comes with some of a message's statuses.</summary>
        public Pricing? Pricing { get; init; }

        /// <summary>Every error of a failure, in Meta's order.</summary>
        public IReadOnlyList<int> Codes { get; init; } = [];
    }

    public sealed record TakeOver(StaffId By) : ConversationCommand;

    public sealed record GiveBack(StaffId? By) : ConversationCommand;

    public sealed record MarkSeen(StaffId By) : ConversationCommand;
}
