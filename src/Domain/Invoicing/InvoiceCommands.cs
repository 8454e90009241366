using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Invoicing;

public abstract record InvoiceCommand
{
    private InvoiceCommand()
    {
    }

    /// <param name="Hourly">Each approved entry with the rate of its work date.</param>
    public sealed record Draft(
        InvoiceId Invoice,
        MatterId Matter,
        DataSubjectId Client,
        StaffId By,
        TaxTreatment Tax,
        IReadOnlyList<HourlyTime> Hourly) : InvoiceCommand;

    public sealed record AddLine(HourlyTime Hourly) : InvoiceCommand;

    public sealed record RemoveLine(TimeEntryId TimeEntry) : InvoiceCommand;

    public sealed record Approve(StaffId By) : InvoiceCommand;

    public sealed record Issue(string Number, StaffId By) : InvoiceCommand;

    public sealed record Void(StaffId By, string Reason) : InvoiceCommand;
}

/// <summary>Approved time and what an hour of it costs.</summary>
public sealed record HourlyTime(ApprovedTime Time, Money HourlyRate);
