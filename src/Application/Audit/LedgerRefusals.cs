using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Audit;

public static class LedgerRefusals
{
    public static readonly Refusal NoEvent = Refusal.NotFound("event_not_found", "There is no event of this sequence.");

    public static readonly Refusal NoCheckpoint = Refusal.NotFound("checkpoint_not_found", "There is no checkpoint of this size; GET /api/v1/audit/checkpoints lists them.");

    public static readonly Refusal NotSealedYet = Refusal.Rule("not_sealed_yet", "The event is not sealed yet. Events are sealed about once a second: ask again in a moment.");

    public static readonly Refusal WrongOrder = Refusal.Invalid("invalid_sizes", "'from' is the size of a checkpoint, 1 or more, and no larger than the one it leads to.");

    public static readonly Refusal NotACheckpoint = Refusal.Invalid("invalid_checkpoint", "Every entry of 'trusted' is the compact JWS of a checkpoint, as GET /api/v1/audit/checkpoints gives it.");

    public static readonly Refusal LedgerNeedsAllEvents = Refusal.Invalid(
        "ledger_needs_all_events", "'with=ledger' exports all events: leave out every filter, 'after', 'limit' and 'order'. GET /api/v1/audit/proofs proves single ones.");
}
