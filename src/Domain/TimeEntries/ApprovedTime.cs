using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>Time that may become a line of an invoice. Only an approved entry yields it, so unapproved time on an invoice does not compile.</summary>
public sealed record ApprovedTime
{
    private ApprovedTime(TimeEntry.Approved entry)
    {
        TimeEntry = entry.Id;
        Matter = entry.Matter;
        Staff = entry.Staff;
        WorkDate = entry.WorkDate;
        Minutes = entry.Claim.Minutes;
        Narrative = entry.Claim.Narrative;
    }

    public TimeEntryId TimeEntry { get; }

    public MatterId Matter { get; }

    public StaffId Staff { get; }

    public DateOnly WorkDate { get; }

    public int Minutes { get; }

    public Personal<string> Narrative { get; }

    public static ApprovedTime? Of(TimeEntry entry) => entry is TimeEntry.Approved approved ? new(approved) : null;
}
