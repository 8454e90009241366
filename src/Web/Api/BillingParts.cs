using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Infrastructure.Invoicing;

namespace Lawyers.Hub.Web.Api;

internal static class BillingParts
{
    /// <summary>What matters, time entries and invoices are made of, beyond the handlers that are found by themselves.</summary>
    public static IServiceCollection AddMattersAndBilling(this IServiceCollection services) => services
        .AddBilling()
        .AddSingleton<ConflictSearch>()
        .AddSingleton<MatterOpening>()
        .AddSingleton<TimeEntryDecisions>()
        .AddSingleton<InvoiceReading>();
}
