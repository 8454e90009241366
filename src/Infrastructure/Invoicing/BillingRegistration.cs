using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Matters;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Invoicing;

public static class BillingRegistration
{
    /// <summary>The index of parties, the printer of invoices and the rates from statutes.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddSingleton<IPartyIndex, PartyIndex>()
        .AddSingleton<IInvoicePrinter, InvoicePrinter>()
        .AddSingleton<IStatutoryRates, StatutoryRates>();
}
