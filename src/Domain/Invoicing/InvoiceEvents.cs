using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Invoicing;

public abstract record InvoiceEvent(InvoiceId Invoice, MatterId Matter) : IDomainEvent;

/// <summary>A draft was begun for a matter, with the tax that will be added to it.</summary>
public sealed record InvoiceDrafted(InvoiceId Invoice, MatterId Matter, DataSubjectId Client, StaffId By, TaxTreatment Tax)
    : InvoiceEvent(Invoice, Matter);

/// <summary>An approved time entry was put on the draft, at the rate of its day.</summary>
public sealed record LineAdded(InvoiceId Invoice, MatterId Matter, InvoiceLine Line) : InvoiceEvent(Invoice, Matter);

/// <summary>A line was taken off the draft; its time is free for another invoice.</summary>
public sealed record LineRemoved(InvoiceId Invoice, MatterId Matter, TimeEntryId TimeEntry) : InvoiceEvent(Invoice, Matter);

/// <summary>A lawyer has read the draft and stands for it; from here on it changes no more.</summary>
public sealed record InvoiceApproved(InvoiceId Invoice, MatterId Matter, StaffId By) : InvoiceEvent(Invoice, Matter);

/// <summary>The invoice has its number and is the client's to pay.</summary>
public sealed record InvoiceIssued(InvoiceId Invoice, MatterId Matter, string Number, StaffId By) : InvoiceEvent(Invoice, Matter);

/// <summary>The invoice is taken back and its time released; why stands in the event's metadata.</summary>
public sealed record InvoiceVoided(InvoiceId Invoice, MatterId Matter, StaffId By) : InvoiceEvent(Invoice, Matter);
