using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Rates that come from a statute, as dated data with their source: what a new firm starts from and may set anew.</summary>
public interface IStatutoryRates
{
    IReadOnlyList<TaxRules> Taxes();
}
