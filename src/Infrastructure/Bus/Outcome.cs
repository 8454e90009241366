namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What came of one attempt at a message; what follows from it is the transport's.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record Handled : Outcome;

    /// <summary>The process stops; that is no failure.</summary>
    public sealed record Interrupted : Outcome;

    /// <param name="Pause">Before the next attempt.</param>
    /// <param name="Counts">Whether it was an attempt; not where it merely could not be done yet.</param>
    public sealed record PutOff(TimeSpan Pause, bool Counts = true) : Outcome;

    /// <summary>The dead letter is written already: first told, then moved, so that a crash between the two tells it twice, never not at all.</summary>
    public sealed record GivenUp : Outcome;
}
