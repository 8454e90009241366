using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Invoicing;

public abstract record InvoiceEvent(InvoiceId Invoice, MatterId Matter) : IDomainEvent;

public sealed record InvoiceDrafted(InvoiceId Invoice, MatterId Matter, DataSubjectId Client, StaffId By, TaxTreatment Tax)
    : InvoiceEvent(Invoice, Matter);

public sealed record LineAdded(InvoiceId Invoice, MatterId Matter, InvoiceLine Line) : InvoiceEvent(Invoice, Matter);

public sealed record LineRemoved(InvoiceId Invoice, MatterId Matter, TimeEntryId TimeEntry) : InvoiceEvent(Invoice, Matter);

public sealed record InvoiceApproved(InvoiceId Invoice, MatterId Matter, StaffId By) : InvoiceEvent(Invoice, Matter);

public sealed record InvoiceIssued(InvoiceId Invoice, MatterId Matter, string Number, StaffId By) : InvoiceEvent(Invoice, Matter);

/// <summary>Why stands in the event's metadata.</summary>
public sealed record InvoiceVoided(InvoiceId Invoice, MatterId Matter, StaffId By) : InvoiceEvent(Invoice, Matter);
