namespace Lawyers.Hub.Domain.Bus;

/// <summary>What became of something that could not be processed. The reason stands at the letter for as long as that is kept, not in the log.</summary>
public abstract record DeadLetterEvent(DeadLetterId Letter) : IDomainEvent;

/// <summary>Something could not be processed and waits until somebody asks for another try.</summary>
/// <param name="Kind">A message of the bus, an event that a policy failed on, or a part of a delivery that could not be read.</param>
/// <param name="Name">The topic, the policy, or the part of the delivery.</param>
/// <param name="Reference">Where it lies: the message's id, the event's sequence, the delivery and its part. Never content.</param>
/// <param name="Attempts">How often it was tried before it was given up.</param>
public sealed record DeadLettered(DeadLetterId Letter, string Kind, string Name, string Reference, int Attempts) : DeadLetterEvent(Letter);

/// <summary>Somebody had another try at it.</summary>
/// <param name="HasFailed">It failed again at once, and waits on. A message that goes back to its lane may still fail there: then it is given up anew.</param>
public sealed record DeadLetterRetried(DeadLetterId Letter, bool HasFailed) : DeadLetterEvent(Letter);
