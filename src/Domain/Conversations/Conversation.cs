using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>All messages between one client and one channel. A wamid is received once; a status never moves backwards; one holder at a time.</summary>
public abstract record Conversation
{
    public static readonly Decider<Conversation, ConversationCommand, ConversationEvent> Decider = new(new Absent(), Decide, Evolve);

    private Conversation()
    {
    }

    public static Result<ConversationEvent[]> Decide(Conversation conversation, ConversationCommand command) => (conversation, command) switch
    {
        (Absent, ConversationCommand.Receive c) =>
            Record(new ConversationOpened(c.Message.Conversation, c.Channel, c.Client, c.Label), c.Message),
        (Open o, ConversationCommand.Receive c) => o.Received.Contains(c.Message.Wamid) ? Record() : Record(c.Message),
        (Open o, ConversationCommand.RecordStatus c) => RecordStatus(o, c),
        (Absent, ConversationCommand.RecordStatus c) =>
            Record(new MessageStatusUnmatched(c.Conversation, c.Wamid, c.Status, c.Code, c.At)),
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
            Received = o.Received.Add(e.Wamid),
            LastInbound = e.Message,
            WindowOpenedAt = e.OpensWindow && (o.WindowOpenedAt is null || e.SentAt > o.WindowOpenedAt) ? e.SentAt : o.WindowOpenedAt,
        },
        (Open o, MessageSent e) => o.With(e.Wamid, e.Message, DeliveryStatus.Sent),
        (Open o, MessageDelivered e) => o.With(e.Wamid, e.Message, DeliveryStatus.Delivered),
        (Open o, MessageRead e) => o.With(e.Wamid, e.Message, DeliveryStatus.Read),
        (Open o, MessageFailed e) => o.With(e.Wamid, e.Message, DeliveryStatus.Failed),
        (Open o, MessageStatusUnmatched e) => o with { Unmatched = o.Unmatched.SetItem((e.Wamid, e.Status), e) },
        (Absent, MessageStatusUnmatched) => conversation,
        (Open o, ConversationTakenOver e) => o with { Holder = e.By },
        (Open o, ConversationGivenBack) => o with { Holder = null },
        (Open o, ConversationSeen e) => o with { SeenUpTo = e.UpTo },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {conversation.GetType().Name}"),
    };

    // What is new about the message comes first, so that the log reads sent, delivered, read, however the webhooks arrived.
    private static ConversationEvent[] RecordStatus(Open conversation, ConversationCommand.RecordStatus command)
    {
        if ((conversation.Sent.TryGetValue(command.Wamid, out var known) ? known.Message : command.Message) is not { } message)
        {
            return conversation.Unmatched.ContainsKey((command.Wamid, command.Status))
                ? []
                : [new MessageStatusUnmatched(conversation.Id, command.Wamid, command.Status, command.Code, command.At)];
        }

        var events = new List<ConversationEvent>();
        DeliveryStatus? reached = known?.Status;
        if (reached is null)
        {
            events.Add(new MessageSent(conversation.Id, message, command.Wamid, command.At));
            reached = DeliveryStatus.Sent;
        }

        var parked = conversation.Unmatched.Values
            .Where(early => early.Wamid == command.Wamid)
            .Select(early => (early.Status, early.Code, early.At));
        foreach (var (status, code, at) in parked.Append((command.Status, command.Code, command.At)).OrderBy(step => step.Item1))
        {
            if (!Advances(reached.Value, status))
            {
                continue;
            }

            events.Add(status switch
            {
                DeliveryStatus.Delivered => new MessageDelivered(conversation.Id, message, command.Wamid, at),
                DeliveryStatus.Read => new MessageRead(conversation.Id, message, command.Wamid, at),
                DeliveryStatus.Failed => new MessageFailed(conversation.Id, message, command.Wamid, code ?? 0, at),
                DeliveryStatus.Sent => throw new UnreachableException("Sent never advances."),
            });
            reached = status;
        }

        return [.. events];
    }

    private static bool Advances(DeliveryStatus from, DeliveryStatus to) => (from, to) switch
    {
        (DeliveryStatus.Failed, _) => false,
        (DeliveryStatus.Delivered or DeliveryStatus.Read, DeliveryStatus.Failed) => false,
        _ => to > from,
    };

    private static Result<ConversationEvent[]> Record(params ConversationEvent[] events) => events;

    public sealed record Absent : Conversation;

    public sealed record Open(ConversationId Id, ChannelId Channel, DataSubjectId Client) : Conversation
    {
        public ImmutableHashSet<BlindIndex> Received { get; init; } = [];

        public ImmutableDictionary<BlindIndex, Delivery> Sent { get; init; } = ImmutableDictionary<BlindIndex, Delivery>.Empty;

        public ImmutableDictionary<(BlindIndex Wamid, DeliveryStatus Status), MessageStatusUnmatched> Unmatched { get; init; } =
            ImmutableDictionary<(BlindIndex, DeliveryStatus), MessageStatusUnmatched>.Empty;

        public MessageId? LastInbound { get; init; }

        public MessageId? SeenUpTo { get; init; }

        public DateTimeOffset? WindowOpenedAt { get; init; }

        public StaffId? Holder { get; init; }

        public ServiceWindow? Window => WindowOpenedAt is { } at ? ServiceWindow.After(at) : null;

        internal Open With(BlindIndex wamid, OutboundMessageId message, DeliveryStatus status) =>
            this with { Sent = Sent.SetItem(wamid, new Delivery(message, status)) };
    }

    /// <summary>How far one sent message got.</summary>
    public sealed record Delivery(OutboundMessageId Message, DeliveryStatus Status);
}
