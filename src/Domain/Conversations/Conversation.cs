using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>
/// All messages between one client and one channel; one holder at a time. It remembers what it decides on and no single message: that a
/// wamid is received once is the rule of its cause, and how far a sent message got is its <see cref="Delivery"/>.
/// </summary>
public abstract record Conversation
{
    public static readonly Decider<Conversation, ConversationCommand, ConversationEvent> Decider = new(new Absent(), Decide, Evolve)
    {
        Snapshot = new("conversation", 1, typeof(Conversation)),
    };

    private Conversation()
    {
    }

    public static Result<ConversationEvent[]> Decide(Conversation conversation, ConversationCommand command) => (conversation, command) switch
    {
        (Absent, ConversationCommand.Receive c) =>
            Record(new ConversationOpened(c.Message.Conversation, c.Channel, c.Client, c.Label), c.Message),
        (Open, ConversationCommand.Receive c) => Record(c.Message),
        (Open, ConversationCommand.RecordStatus c) => c.Recorded.Decide(c),
        (Absent, ConversationCommand.RecordStatus c) => c.Recorded.Decide(c with { Message = null }),
        (Absent, _) => ConversationRefusals.NotFound,
        (Open { Holder: null } o, ConversationCommand.TakeOver c) => Record(new ConversationTakenOver(o.Id, c.By)),
        (Open o, ConversationCommand.TakeOver c) => o.Holder == c.By ? Record() : ConversationRefusals.HeldByAnother,
        (Open { Holder: null }, ConversationCommand.GiveBack) => ConversationRefusals.NotHeld,
        (Open o, ConversationCommand.GiveBack c) =>
            c.By is null || o.Holder == c.By ? Record(new ConversationGivenBack(o.Id, c.By)) : ConversationRefusals.HeldByAnother,
        (Open { LastInbound: { } last } o, ConversationCommand.MarkSeen c) =>
            o.SeenUpTo == last ? Record() : Record(new ConversationSeen(o.Id, c.By, last)),
        (Open, ConversationCommand.MarkSeen) => Record(),
        _ => throw new UnreachableException($"{command.GetType().Name} on {conversation.GetType().Name}"),
    };

    public static Conversation Evolve(Conversation conversation, ConversationEvent @event) => (conversation, @event) switch
    {
        (_, ConversationOpened e) => new Open(e.Conversation, e.Channel, e.Client),
        (Open o, MessageReceived e) => o with
        {
            LastInbound = e.Message,
            WindowOpenedAt = e.OpensWindow && (o.WindowOpenedAt is null || e.SentAt > o.WindowOpenedAt) ? e.SentAt : o.WindowOpenedAt,
        },
        (_, IMessageStatus) => conversation, // of one message, not of the conversation
        (Open o, ConversationTakenOver e) => o with { Holder = e.By },
        (Open o, ConversationGivenBack) => o with { Holder = null },
        (Open o, ConversationSeen e) => o with { SeenUpTo = e.UpTo },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {conversation.GetType().Name}"),
    };

    private static Result<ConversationEvent[]> Record(params ConversationEvent[] events) => events;

    public sealed record Absent : Conversation;

    public sealed record Open(ConversationId Id, ChannelId Channel, DataSubjectId Client) : Conversation
    {
        public MessageId? LastInbound { get; init; }

        public MessageId? SeenUpTo { get; init; }

        public DateTimeOffset? WindowOpenedAt { get; init; }

        public StaffId? Holder { get; init; }

        public ServiceWindow? Window => WindowOpenedAt is { } at ? ServiceWindow.After(at) : null;
    }
}
