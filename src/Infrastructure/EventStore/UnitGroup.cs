namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Units of work on their way in one transaction.</summary>
/// <param name="Units">At least one; of one tenant, and no stream twice.</param>
/// <param name="Began">When, in ticks of its queue's clock.</param>
internal sealed record UnitGroup(WaitingUnit[] Units, long Began);
