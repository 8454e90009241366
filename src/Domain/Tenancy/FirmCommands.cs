using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Domain.Tenancy;

public abstract record FirmCommand
{
    private FirmCommand()
    {
    }

    public sealed record Found(TenantId Firm, FirmProfile Profile, bool TaxableEntrepreneur, IReadOnlyList<TaxRules> Taxes) : FirmCommand;

    public sealed record SetHourlyRate(RateScope Scope, Money Rate, DateOnly From) : FirmCommand;

    public sealed record SetTaxRules(TaxRules Rules) : FirmCommand;

    public sealed record SetOfficeHours(OfficeHours Hours) : FirmCommand;

    public sealed record SetTakeoverIdleTime(TimeSpan After) : FirmCommand;

    public sealed record InstallPack(string Pack, IReadOnlyList<PinnedDefinition> Definitions) : FirmCommand;
}
