using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>Everything outside a session that the meaning of an answer depends on.</summary>
/// <param name="Time">Now, in the firm's zone.</param>
/// <param name="Regions">Provinces and regencies.</param>
/// <param name="Growth">The growth standards the firm has imported; without them a screening stays unscored.</param>
public sealed record ReadingContext(LocalTime Time, RegionIndex Regions, GrowthStandards Growth);
