using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Clocks;

/// <summary>Somebody waits for the firm: half spent, breached, answered. It may run again for the next wait.</summary>
public abstract record ServiceClock
{
    public static readonly Decider<ServiceClock, ClockCommand, ClockEvent> Decider = new(new Idle(HasRun: false), Decide, Evolve);

    private ServiceClock()
    {
    }

    public static Result<ClockEvent[]> Decide(ServiceClock clock, ClockCommand command) => (clock, command) switch
    {
        (Idle, ClockCommand.Start c) => Record(new ClockStarted(c.Clock, c.Kind, c.Conversation, c.Subject, c.Urgency, c.At, c.Times)),
        (Running, ClockCommand.Start) => Record(), // who waits already does not wait anew
        (Running r, ClockCommand.Hasten c) => c.Urgency < r.Urgency
            ? Record(new ClockHastened(r.Id, r.Kind, r.Conversation, c.Urgency, c.Times))
            : Record(),
        (Running r, ClockCommand.Tick c) => Record([.. Spent(r, c.Now)]),
        (Running r, ClockCommand.Stop c) => Record(new ClockStopped(r.Id, r.Kind, r.Conversation, c.At, InTime: c.At < r.Times.DueAt)),
        (Idle, _) => Record(),
        _ => throw new UnreachableException($"{command.GetType().Name} on {clock.GetType().Name}"),
    };

    public static ServiceClock Evolve(ServiceClock clock, ClockEvent @event) => (clock, @event) switch
    {
        (Idle, ClockStarted e) => new Running(e.Clock, e.Kind, e.Conversation, e.Urgency, e.StartedAt, e.Times),
        (Running r, ClockHastened e) => r with { Urgency = e.Urgency, Times = e.Times, IsHalfSpent = false },
        (Running r, ClockHalfSpent) => r with { IsHalfSpent = true },
        (Running r, ClockBreached) => r with { IsBreached = true },
        (Running, ClockStopped) => new Idle(HasRun: true),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {clock.GetType().Name}"),
    };

    private static IEnumerable<ClockEvent> Spent(Running clock, DateTimeOffset now)
    {
        if (!clock.IsHalfSpent && !clock.IsBreached && now >= clock.Times.HalfAt)
        {
            yield return new ClockHalfSpent(clock.Id, clock.Kind, clock.Conversation, clock.Urgency, clock.Times.HalfAt);
        }

        if (!clock.IsBreached && now >= clock.Times.DueAt)
        {
            yield return new ClockBreached(clock.Id, clock.Kind, clock.Conversation, clock.Urgency, clock.Times.DueAt);
        }
    }

    private static Result<ClockEvent[]> Record(params ClockEvent[] events) => events;

    /// <param name="HasRun">The first wait is over.</param>
    public sealed record Idle(bool HasRun) : ServiceClock;

    public sealed record Running(ClockId Id, ClockKind Kind, ConversationId Conversation, Urgency Urgency, DateTimeOffset StartedAt, ClockTimes Times) : ServiceClock
    {
        public bool IsHalfSpent { get; init; }

        public bool IsBreached { get; init; }
    }
}
