using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>One line of an invoice as it is stored; a new one comes only <see cref="From">out of approved time</see>.</summary>
public sealed record InvoiceLine(
    TimeEntryId TimeEntry, StaffId Staff, DateOnly WorkDate, int Minutes, Money HourlyRate, Money Amount, Personal<string> Narrative)
{
    public static InvoiceLine From(ApprovedTime time, Money hourlyRate) => new(
        time.TimeEntry, time.Staff, time.WorkDate, time.Minutes, hourlyRate, hourlyRate.Times(time.Minutes, 60), time.Narrative);
}
