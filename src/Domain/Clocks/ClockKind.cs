namespace Lawyers.Hub.Domain.Clocks;

/// <summary>What somebody waits for.</summary>
public enum ClockKind
{
    /// <summary>The client, for the first words of a person.</summary>
    FirstResponse,

    /// <summary>The client, for an answer to what they wrote since.</summary>
    NextResponse,

    /// <summary>Whoever proposed a reply, for a lawyer's decision.</summary>
    Approval,

    /// <summary>The client, for a decision on their submitted interview.</summary>
    IntakeDecision,
}
