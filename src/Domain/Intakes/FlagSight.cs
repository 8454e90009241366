using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>
/// Whether somebody of the firm has seen a flag. It stands on a stream of its own: what staff looks at is no turn of the interview.
/// </summary>
public sealed record FlagSight(bool IsSeen)
{
    public static readonly Decider<FlagSight, FlagSeen, FlagSeen> Decider = new(new(IsSeen: false), Decide, Evolve);

    public static Result<FlagSeen[]> Decide(FlagSight sight, FlagSeen command)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return sight.IsSeen ? Array.Empty<FlagSeen>() : [command];
    }

    public static FlagSight Evolve(FlagSight sight, FlagSeen @event) => new(IsSeen: true);
}

/// <summary>Somebody of the firm has the flag before them for the first time.</summary>
public sealed record FlagSeen(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Flag, Urgency Urgency, StaffId By) : IDomainEvent;
