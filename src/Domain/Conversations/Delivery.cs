using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>
/// What a conversation holds of one sent message: which one it is, how far it got, and what Meta said of it before it was known. Folded
/// from the few events that carry its wamid, so that the conversation itself need not remember every message it ever sent.
/// </summary>
/// <param name="Message">None while nobody here knows the wamid.</param>
/// <param name="Reached">None before it was sent.</param>
/// <param name="Early">Statuses that came before the message was known, in the order they came.</param>
public sealed record Delivery(OutboundMessageId? Message, DeliveryStatus? Reached, ImmutableList<MessageStatusUnmatched> Early)
{
    /// <summary>The client has played it.</summary>
    public bool Played { get; init; }

    /// <summary>What it is charged as, once Meta has said so.</summary>
    public Pricing? Pricing { get; init; }

    public static readonly Delivery Unknown = new(null, null, []);

    public static Delivery Of(IEnumerable<IMessageStatus> events) => events.Aggregate(Unknown, Evolve);

    // What is new about the message comes first, so that the log reads sent, delivered, read, however the webhooks arrived.
    internal ConversationEvent[] Decide(ConversationCommand.RecordStatus command)
    {
        var message = Message ?? command.Message;
        return
        [
            .. Move(command),
            .. command.Played && !Played && message is { } heard
                ? [new MessagePlayed(command.Conversation, heard, command.Wamid, command.At)]
                : Array.Empty<ConversationEvent>(),
            .. command.Pricing is { } pricing && pricing != Pricing
                ? [new MessagePriced(
                    command.Conversation, message, command.Wamid, pricing.Category, pricing.Type, pricing.Model, pricing.Billable, command.At)]
                : Array.Empty<ConversationEvent>(),
            .. command.Codes.Count > 1
                ? [new MessageErrorsListed(command.Conversation, message, command.Wamid, command.Codes, command.At)]
                : Array.Empty<ConversationEvent>(),
        ];
    }

    private ConversationEvent[] Move(ConversationCommand.RecordStatus command)
    {
        if ((Message ?? command.Message) is not { } message)
        {
            return Early.Any(early => early.Status == command.Status)
                ? []
                : [new MessageStatusUnmatched(command.Conversation, command.Wamid, command.Status, command.Code, command.At)];
        }

        var events = new List<ConversationEvent>();
        if (Reached is not { } reached)
        {
            events.Add(new MessageSent(command.Conversation, message, command.Wamid, command.At));
            reached = DeliveryStatus.Sent;
        }

        foreach (var (status, code, at) in Early.Select(early => (early.Status, early.Code, early.At))
            .Append((command.Status, command.Code, command.At)).OrderBy(step => step.Item1))
        {
            if (Advances(reached, status))
            {
                events.Add(Event(command, message, status, code, at));
                reached = status;
            }
        }

        return [.. events];
    }

    private static Delivery Evolve(Delivery delivery, IMessageStatus @event) => @event switch
    {
        MessageSent e => delivery with { Message = e.Message, Reached = DeliveryStatus.Sent },
        MessageDelivered e => delivery with { Message = e.Message, Reached = DeliveryStatus.Delivered },
        MessageRead e => delivery with { Message = e.Message, Reached = DeliveryStatus.Read },
        MessageFailed e => delivery with { Message = e.Message, Reached = DeliveryStatus.Failed },
        MessagePlayed => delivery with { Played = true },
        MessagePriced e => delivery with { Pricing = new(e.Category, e.PricingType, e.Model, e.Billable) },
        MessageErrorsListed => delivery,
        MessageStatusUnmatched e => delivery with { Early = delivery.Early.Add(e) },
        _ => throw new UnreachableException($"{@event.GetType().Name} on {nameof(Delivery)}"),
    };

    private static ConversationEvent Event(
        ConversationCommand.RecordStatus command, OutboundMessageId message, DeliveryStatus status, int? code, DateTimeOffset at) => status switch
        {
            DeliveryStatus.Delivered => new MessageDelivered(command.Conversation, message, command.Wamid, at),
            DeliveryStatus.Read => new MessageRead(command.Conversation, message, command.Wamid, at),
            DeliveryStatus.Failed => new MessageFailed(command.Conversation, message, command.Wamid, code ?? 0, at),
            _ => throw new UnreachableException($"{status} never advances."),
        };

    internal static bool Advances(DeliveryStatus from, DeliveryStatus to) => (from, to) switch
    {
        (DeliveryStatus.Failed, _) => false,
        (DeliveryStatus.Delivered or DeliveryStatus.Read, DeliveryStatus.Failed) => false,
        _ => to > from,
    };
}
