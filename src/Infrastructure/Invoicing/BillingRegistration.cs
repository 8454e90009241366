using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Matters;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Invoicing;

public static class BillingRegistration
{
    /// <summary>The indexes of parties and of clients' names, the printer of invoices and the rates from statutes.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddSingleton<IPartyIndex, PartyIndex>()
        .AddSingleton<IClientNameIndex, ClientNameIndex>()
        .AddSingleton<IInvoicePrinter, InvoicePrinter>()
        .AddSingleton<IStatutoryRates, StatutoryRates>();
}
