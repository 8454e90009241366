using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.TimeEntries;

internal static class TimeEntryStream
{
    public static StreamId Of(TenantId tenant, TimeEntryId entry) => new(tenant, "time_entry", entry.Value);

    /// <summary>All that was observed of one staff member on one matter and day is one entry.</summary>
    public static TimeEntryId Observed(StaffId staff, MatterId matter, DateOnly workDate) =>
        new(StableId.Of($"time_entry/{staff}/{matter}/{workDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
