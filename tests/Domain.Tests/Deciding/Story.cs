using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tests.Deciding;

/// <summary>Given events / When a command / Then events: all that a decider's test needs.</summary>
public static class Story
{
    public static Given<TState, TCommand, TEvent> Given<TState, TCommand, TEvent>(
        Decider<TState, TCommand, TEvent> decider, params TEvent[] events)
        where TEvent : IDomainEvent => new(decider, events);
}

public sealed record Given<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> Decider, TEvent[] Events)
    where TEvent : IDomainEvent
{
    public Outcome<TEvent> When(TCommand command) => new(Decider.Decide(Decider.Fold(Events), command));
}

public sealed record Outcome<TEvent>(Result<TEvent[]> Result)
    where TEvent : IDomainEvent
{
    public void Then(params TEvent[] expected)
    {
        Result.Refusal.Should().BeNull();
        Result.Value.Should().BeEquivalentTo(expected, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    public void ThenNothing() => Then();

    public void ThenRefused(Refusal refusal) => Result.Refusal.Should().Be(refusal);
}
