using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Domain.Matters;

/// <summary>What was agreed with the client about fees.</summary>
/// <param name="HourlyRate">For <see cref="FeeKind.Hourly"/>: the agreed rate, or none where the firm's list applies.</param>
/// <param name="Amount">For the other kinds: the sum agreed, if there is one.</param>
/// <param name="From">The first work date it covers.</param>
public sealed record FeeArrangement(FeeKind Kind, Money? HourlyRate, Money? Amount, DateOnly From)
{
    /// <summary>Other arrangements record time as well, for the firm's own eyes.</summary>
    public bool BillsByTheHour => Kind == FeeKind.Hourly;
}

public enum FeeKind
{
    Hourly,
    Lumpsum,
    Retainer,
    SuccessFee,
    ProBono,
}
