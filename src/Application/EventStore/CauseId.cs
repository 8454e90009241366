namespace Lawyers.Hub.Application.EventStore;

/// <summary>
/// What made a command happen: a delivered message, a click, an event that a policy answered. A stream takes each cause once;
/// a second unit of work with the same cause changes nothing.
/// </summary>
public readonly record struct CauseId(Guid Value)
{
    /// <summary>The same words give the same cause, on every node and after every restart.</summary>
    public static CauseId Of(string words) => new(StableId.Of(words));

    /// <summary>The cause of what a policy does about one event.</summary>
    public static CauseId Of(EventEnvelope envelope, string policy) => Of($"{policy}/{envelope.EventId:D}");
}
