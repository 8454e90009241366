using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Invoicing;

internal static class InvoiceStream
{
    public static StreamId Of(TenantId tenant, InvoiceId invoice) => new(tenant, "invoice", invoice.Value);

    /// <summary>One order drafts one invoice, however often it arrives.</summary>
    public static InvoiceId For(CauseId cause) => new(StableId.Of($"invoice/{cause.Value}"));
}
