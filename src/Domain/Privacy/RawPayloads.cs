using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Privacy;

/// <summary>A firm's raw deliveries, which are kept for a short while as they came. Only that they were destroyed is on record.</summary>
public sealed record RawPayloads
{
    public static readonly Decider<RawPayloads, DropRawPayloads, RawPayloadDropped> Decider = new(new(), Decide, (state, _) => state);

    private RawPayloads()
    {
    }

    private static Result<RawPayloadDropped[]> Decide(RawPayloads state, DropRawPayloads command) =>
        new[] { new RawPayloadDropped(command.Day, command.Deliveries) };
}

/// <summary>A day of raw deliveries is old enough.</summary>
public sealed record DropRawPayloads(DateOnly Day, long Deliveries);

/// <summary>All raw deliveries of a day were destroyed, as they come to be after some days by rule.</summary>
/// <param name="Day">On which they arrived, in UTC.</param>
/// <param name="Deliveries">How many of the firm's there were.</param>
public sealed record RawPayloadDropped(DateOnly Day, long Deliveries) : IDomainEvent;
