namespace Lawyers.Hub.Domain.Notifications;

/// <summary>How many of one kind wait.</summary>
public sealed record WaitingCount(Waiting What, int Count);

/// <summary>What waits for a person of the firm, in the order in which a digest names it.</summary>
public enum Waiting
{
    /// <summary>A client whose time to be answered runs.</summary>
    Answer,

    /// <summary>A reply that needs a lawyer's approval.</summary>
    Reply,

    /// <summary>One of those replies to which the client wrote something since.</summary>
    StaleReply,

    /// <summary>A submitted interview that nobody has decided on.</summary>
    Intake,

    /// <summary>A complaint that is not closed.</summary>
    Complaint,
}
