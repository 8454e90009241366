using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>Takes time entries onto an invoice, each in the same unit of work as its line.</summary>
internal static class BillableTime
{
    /// <summary>The entry's approved time at the rate of its work date, the entry billed; <c>null</c> where it is not approved time any more.</summary>
    public static async Task<Result<HourlyTime?>> Bill(
        this Transaction transaction, TenantId tenant, InvoiceId invoice, TimeEntryId entry, Firm.Founded firm, FeeArrangement? fee)
    {
        var stream = TimeEntryStream.Of(tenant, entry);
        if (ApprovedTime.Of(await transaction.State(stream, TimeEntry.Decider)) is not { } time)
        {
            return (HourlyTime?)null;
        }

        if (firm.HourlyRate(time.Staff, time.Matter, fee, time.WorkDate) is not { } rate)
        {
            return InvoiceRefusals.NoRate;
        }

        var billed = await transaction.Decide(stream, TimeEntry.Decider, new TimeEntryCommand.Bill(invoice));
        return billed.Map(_ => (HourlyTime?)new HourlyTime(time, rate));
    }
}
