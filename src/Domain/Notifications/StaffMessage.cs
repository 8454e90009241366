using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

/// <summary>One notification on its way to one staff member by WhatsApp, known by what Meta gives back with each status.</summary>
public abstract record StaffMessage
{
    public static readonly Decider<StaffMessage, StaffMessageCommand, StaffMessageEvent> Decider = new(new Absent(), Decide, Evolve);

    private StaffMessage()
    {
    }

    public static Result<StaffMessageEvent[]> Decide(StaffMessage message, StaffMessageCommand command) => (message, command) switch
    {
        (Absent, StaffMessageCommand.Address c) => Record(new StaffMessageAddressed(c.Message, c.Notification, c.Staff, c.Round)),
        (Absent, StaffMessageCommand.RecordStatus) => NotificationRefusals.NotFound,
        (Known, StaffMessageCommand.Address) => Record(), // tried again after a crash
        (Known k, StaffMessageCommand.RecordStatus c) => k.Reached is not { } reached || Delivery.Advances(reached, c.Status)
            ? Record(new StaffMessageReached(k.Message, k.Notification, k.Staff, k.Round, c.Status, c.Code, c.At))
            : Record(),
        _ => throw new UnreachableException($"{command.GetType().Name} on {message.GetType().Name}"),
    };

    public static StaffMessage Evolve(StaffMessage message, StaffMessageEvent @event) => (message, @event) switch
    {
        (Absent, StaffMessageAddressed e) => new Known(e.Message, e.Notification, e.Staff, e.Round, Reached: null),
        (Known k, StaffMessageReached e) => k with { Reached = e.Status },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {message.GetType().Name}"),
    };

    private static Result<StaffMessageEvent[]> Record(params StaffMessageEvent[] events) => events;

    public sealed record Absent : StaffMessage;

    public sealed record Known(OutboundMessageId Message, NotificationId Notification, StaffId Staff, int Round, DeliveryStatus? Reached) : StaffMessage;
}

public abstract record StaffMessageCommand
{
    private StaffMessageCommand()
    {
    }

    public sealed record Address(OutboundMessageId Message, NotificationId Notification, StaffId Staff, int Round) : StaffMessageCommand;

    /// <param name="Code">Meta's error code, where it failed.</param>
    public sealed record RecordStatus(DeliveryStatus Status, int? Code, DateTimeOffset At) : StaffMessageCommand;
}
