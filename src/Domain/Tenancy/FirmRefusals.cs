using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

public static class FirmRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("firm_not_found", "There is no such firm.");

    public static readonly Refusal NameMissing = Refusal.Invalid("firm_name_missing", "A firm needs a name.");

    public static readonly Refusal RateNotPositive = Refusal.Invalid("rate_not_positive", "An hourly rate is more than nothing.");
}
