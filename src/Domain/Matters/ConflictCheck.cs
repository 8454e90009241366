namespace Lawyers.Hub.Domain.Matters;

/// <summary>How far the search for conflicting interests has come.</summary>
public abstract record ConflictCheck
{
    private ConflictCheck()
    {
    }

    public virtual IReadOnlyList<ConflictHit> Found => [];

    public sealed record NotRun : ConflictCheck;

    public sealed record NoHits : ConflictCheck;

    /// <summary>Waits for a lawyer.</summary>
    public sealed record Hits(IReadOnlyList<ConflictHit> Open) : ConflictCheck
    {
        public override IReadOnlyList<ConflictHit> Found => Open;
    }

    public sealed record Decided(ConflictDecision Decision, IReadOnlyList<ConflictHit> On) : ConflictCheck
    {
        public override IReadOnlyList<ConflictHit> Found => On;
    }
}
