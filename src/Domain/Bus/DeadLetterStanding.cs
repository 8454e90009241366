using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Bus;

/// <summary>Whether a letter waits for another try. Failing while it waits adds nothing to the log.</summary>
public abstract record DeadLetterStanding
{
    public static readonly Decider<DeadLetterStanding, DeadLetterCommand, DeadLetterEvent> Decider = new(new Settled(), Decide, Evolve);

    private DeadLetterStanding()
    {
    }

    public static Result<DeadLetterEvent[]> Decide(DeadLetterStanding standing, DeadLetterCommand command) => (standing, command) switch
    {
        (Waiting, DeadLetterCommand.GiveUp) => Record(),
        (Settled, DeadLetterCommand.GiveUp c) => Record(new DeadLettered(c.Letter, c.Kind, c.Name, c.Reference, c.Attempts)),
        (_, DeadLetterCommand.Retry c) => Record(new DeadLetterRetried(c.Letter, c.HasFailed)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {standing.GetType().Name}"),
    };

    public static DeadLetterStanding Evolve(DeadLetterStanding standing, DeadLetterEvent @event) => @event switch
    {
        DeadLettered => new Waiting(),
        DeadLetterRetried e => e.HasFailed ? new Waiting() : new Settled(),
        _ => throw new UnreachableException(@event.GetType().Name),
    };

    private static Result<DeadLetterEvent[]> Record(params DeadLetterEvent[] events) => events;

    /// <summary>Never given up, or tried again since.</summary>
    public sealed record Settled : DeadLetterStanding;

    public sealed record Waiting : DeadLetterStanding;
}

public abstract record DeadLetterCommand
{
    private DeadLetterCommand()
    {
    }

    public sealed record GiveUp(DeadLetterId Letter, string Kind, string Name, string Reference, int Attempts) : DeadLetterCommand;

    public sealed record Retry(DeadLetterId Letter, bool HasFailed) : DeadLetterCommand;
}
