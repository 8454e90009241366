using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>The invoice as a PDF, as the client would get it.</summary>
public sealed record PrintInvoice(Caller Caller, InvoiceId Invoice) : IRequest<Result<PrintedInvoice>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.SeeInvoices;
}

public sealed record PrintedInvoice(string FileName, ReadOnlyMemory<byte> Pdf);

/// <summary>Lays an invoice out on paper.</summary>
public interface IInvoicePrinter
{
    ReadOnlyMemory<byte> Print(InvoiceView invoice, FirmProfile firm, TaxRules rules);
}

internal sealed class PrintInvoiceHandler(IEventStore events, InvoiceReading reading, IInvoicePrinter printer)
    : IRequestHandler<PrintInvoice, Result<PrintedInvoice>>
{
    public async Task<Result<PrintedInvoice>> Handle(PrintInvoice request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var invoice = await reading.Read(request.Caller, request.Invoice, asOf: null, cancellationToken);
        if (invoice.IsRefused)
        {
            return invoice.Refusal;
        }

        if (await events.Firm(tenant, cancellationToken) is not { } firm)
        {
            return FirmRefusals.NotFound;
        }

        var stored = await events.Load(InvoiceStream.Of(tenant, request.Invoice), StreamBound.ToVersion(1), cancellationToken);
        var rules = ((InvoiceDrafted)stored[0].Event).Tax.Rules;
        var name = (invoice.Value.Number ?? $"Konsep-{invoice.Value.MatterNumber}").Replace('/', '-');
        return new PrintedInvoice($"{name}.pdf", printer.Print(invoice.Value, firm.Profile, rules));
    }
}
