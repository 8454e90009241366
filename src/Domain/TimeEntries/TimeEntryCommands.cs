using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.TimeEntries;

public abstract record TimeEntryCommand
{
    private TimeEntryCommand()
    {
    }

    /// <param name="Client">Whose matter it is; the narrative is sealed under this key.</param>
    /// <param name="More">What was done since the entry was last looked at.</param>
    public sealed record Suggest(
        TimeEntryId TimeEntry, MatterId Matter, DataSubjectId Client, StaffId Staff, DateOnly WorkDate, DayOfWork More, Utbms Utbms)
        : TimeEntryCommand;

    public sealed record RecordWork(
        TimeEntryId TimeEntry, MatterId Matter, StaffId Staff, DateOnly WorkDate, int Minutes, Utbms Utbms, Personal<string> Narrative)
        : TimeEntryCommand;

    /// <param name="Narrative"><c>null</c> leaves the words as they are.</param>
    /// <param name="OwnOnly">Whether the editor may change nobody else's time.</param>
    public sealed record Edit(StaffId By, int Minutes, string? Narrative, bool OwnOnly) : TimeEntryCommand;

    /// <param name="Minutes"><c>null</c> approves the minutes as they stand.</param>
    public sealed record Approve(StaffId By, int? Minutes) : TimeEntryCommand;

    public sealed record Reject(StaffId By, string Reason) : TimeEntryCommand;

    public sealed record Bill(InvoiceId Invoice) : TimeEntryCommand;

    public sealed record Release(InvoiceId Invoice) : TimeEntryCommand;

    public sealed record Reverse(StaffId By, string Reason) : TimeEntryCommand;
}
