using System.Collections.Immutable;
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
        Snapshot = new("conversation", 3, typeof(Conversation)),
    };

    private Conversation()
    {
    }

    public static Result<ConversationEvent[]> Decide(Conversation conversation, ConversationCommand command) => (conversation, command) switch
    {
        (Absent, ConversationCommand.Receive c) => Record([
            new ConversationOpened(c.Message.Conversation, c.Channel, c.Client, c.Label),
            .. Receive(new Open(c.Message.Conversation, c.Channel, c.Client), c),
        ]),
        (Open o, ConversationCommand.Receive c) => Record([.. Receive(o, c)]),
        (Absent, ConversationCommand.Echo c) => Record(new ConversationOpened(c.Message.Conversation, c.Channel, c.Client, c.Label), c.Message),
        (Open, ConversationCommand.Echo c) => Record(c.Message),
        (_, ConversationCommand.ChangeMarketingPreference c) =>
            Record(new MarketingPreferenceChanged(c.Conversation, c.Client, c.Stopped, c.At)),
        (Open o, ConversationCommand.Contest c) => Record([.. o.Contested(c.Name)]),
        (Absent, ConversationCommand.Contest) => Record(),
        (Open { InDoubt: true } o, ConversationCommand.SettleIdentity) => Record(new ClientIdentitySettled(o.Id, o.Client)),
        (Open, ConversationCommand.SettleIdentity) => Record(),
        (Open, ConversationCommand.RecordStatus c) => c.Recorded.Decide(c),
        (Absent, ConversationCommand.RecordStatus c) => c.Recorded.Decide(c with { Message = null }),
        (Absent, _) => ConversationRefusals.NotFound,
        (Open { Holder: null } o, ConversationCommand.TakeOver c) => Record(new ConversationTakenOver(o.Id, c.By)),
        (Open o, ConversationCommand.TakeOver c) => o.Holder == c.By ? Record() : ConversationRefusals.HeldByAnother,
        (Open { IsHeld: false }, ConversationCommand.GiveBack) => ConversationRefusals.NotHeld,
        (Open o, ConversationCommand.GiveBack c) => o.Holder is null || o.Holder == c.By ? Record(new ConversationGivenBack(o.Id, c.By)) : ConversationRefusals.HeldByAnother,
        (Open o, StandingCommand c) => Standing.Decide(o, c),
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
        (_, IMessageStatus or MessageEffect or MarketingPreferenceChanged) => conversation, // of one message or of the client, not of the conversation
        (Open o, MessageEchoed) => o with { IsAnsweredByPhone = true },
        (Open o, ClientIdentityLinked e) => o with { Names = o.Names.Add(e.Name) },
        (Open o, ClientIdentityChanged e) => o with { Names = o.Names.Add(e.Name) },
        (Open o, ClientIdentityContested e) => o with { Rivals = o.Rivals.Add(new(e.Kind, e.Name, e.Other)), InDoubt = true },
        (Open o, ClientIdentitySettled) => o with { InDoubt = false },
        (Open, ClientSecurityCodeChanged) => conversation,
        (Open o, ConversationTakenOver e) => o with { Holder = e.By },
        (Open o, ConversationGivenBack) => o with { Holder = null, IsAnsweredByPhone = false },
        (Open o, ConversationAssigned e) => o with { Assignee = e.To },
        (Open, NoteAdded) => conversation,
        (Open o, ConversationSnoozed e) => o with { SnoozedUntil = e.Until },
        (Open o, ConversationWoken) => o with { SnoozedUntil = null },
        (Open o, ConversationResolved) => o with { IsResolved = true, SnoozedUntil = null },
        (Open o, ConversationReopened) => o with { IsResolved = false },
        (Open o, ClientBlocked) => o with { IsBlocked = true },
        (Open o, ClientUnblocked) => o with { IsBlocked = false },
        (Open o, ConversationSeen e) => o with { SeenUpTo = e.UpTo },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {conversation.GetType().Name}"),
    };

    // Who it is comes before what they say, so that nobody reads the words before the doubt.
    private static IEnumerable<ConversationEvent> Receive(Open open, ConversationCommand.Receive command) =>
    [
        .. command.By.Joined.Where(joined => !open.Names.Contains(joined.Name)).Select(joined => command.ChangedTo is { } label
            ? (ConversationEvent)new ClientIdentityChanged(open.Id, open.Client, joined.Kind, joined.Name, label)
            : new ClientIdentityLinked(open.Id, open.Client, joined.Kind, joined.Name)),
        .. command.By.Contested.SelectMany(open.Contested),
        command.Message,
        .. Standing.Raised(open, command.Message),
        .. command.Effect is { } effect ? [effect] : Array.Empty<ConversationEvent>(),
    ];

    private static Result<ConversationEvent[]> Record(params ConversationEvent[] events) => events;

    public sealed record Absent : Conversation;

    public sealed record Open(ConversationId Id, ChannelId Channel, DataSubjectId Client) : Conversation
    {
        public MessageId? LastInbound { get; init; }

        public MessageId? SeenUpTo { get; init; }

        public DateTimeOffset? WindowOpenedAt { get; init; }

        public StaffId? Holder { get; init; }

        /// <summary>Somebody of the firm answered from WhatsApp's own application: a person is talking, whoever it is.</summary>
        public bool IsAnsweredByPhone { get; init; }

        public StaffId? Assignee { get; init; }

        public DateTimeOffset? SnoozedUntil { get; init; }

        public bool IsResolved { get; init; }

        public bool IsBlocked { get; init; }

        /// <summary>Names that the client got later, as far as they were told here.</summary>
        public ImmutableList<BlindIndex> Names { get; init; } = [];

        /// <summary>Names that are another client's, as far as they were told here.</summary>
        public ImmutableList<ContestedName> Rivals { get; init; } = [];

        /// <summary>Somebody must look at who the client is.</summary>
        public bool InDoubt { get; init; }

        internal IEnumerable<ConversationEvent> Contested(ContestedName name) =>
            Rivals.Contains(name) ? [] : [new ClientIdentityContested(Id, Client, name.Kind, name.Name, name.Other)];

        /// <summary>A person answers, so the script is silent.</summary>
        public bool IsHeld => Holder is not null || IsAnsweredByPhone;

        public ServiceWindow? Window => WindowOpenedAt is { } at ? ServiceWindow.After(at) : null;
    }
}
