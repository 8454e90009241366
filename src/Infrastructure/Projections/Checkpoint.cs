using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>How far a shard has come, as it is stored.</summary>
/// <param name="Reached">The last event that it took.</param>
/// <param name="Slot">Where a projection's documents lie: 0 or 1. A policy has none: 0.</param>
internal readonly record struct Checkpoint(Position Reached, short Slot);
