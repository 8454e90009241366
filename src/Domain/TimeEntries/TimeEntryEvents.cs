using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.TimeEntries;

public abstract record TimeEntryEvent(TimeEntryId TimeEntry, MatterId Matter) : IDomainEvent;

/// <summary>The time rule counted a day's work on a matter; it is billed only once a lawyer approves it.</summary>
/// <param name="Work">All of the day so far.</param>
/// <param name="Components">How the minutes came about.</param>
/// <param name="Minutes">0 as long as the day's work is under two minutes: shown, and for a person to raise.</param>
public sealed record TimeEntrySuggested(
    TimeEntryId TimeEntry,
    MatterId Matter,
    StaffId Staff,
    DateOnly WorkDate,
    DayOfWork Work,
    TimeComponents Components,
    int Minutes,
    Utbms Utbms,
    Personal<string> Narrative) : TimeEntryEvent(TimeEntry, Matter);

/// <summary>More work on the same day, before a person touched the entry.</summary>
public sealed record TimeEntrySuggestionRevised(
    TimeEntryId TimeEntry, MatterId Matter, DayOfWork Work, TimeComponents Components, int Minutes, Personal<string> Narrative)
    : TimeEntryEvent(TimeEntry, Matter);

/// <summary>A staff member wrote time down by hand.</summary>
public sealed record TimeEntryRecorded(
    TimeEntryId TimeEntry, MatterId Matter, StaffId Staff, DateOnly WorkDate, int Minutes, Utbms Utbms, Personal<string> Narrative)
    : TimeEntryEvent(TimeEntry, Matter);

/// <summary>Minutes or words of the entry were changed.</summary>
public sealed record TimeEntryEdited(TimeEntryId TimeEntry, MatterId Matter, TimeClaim Before, TimeClaim After, StaffId By)
    : TimeEntryEvent(TimeEntry, Matter);

/// <summary>A lawyer stands for these minutes; they may be billed.</summary>
public sealed record TimeEntryApproved(TimeEntryId TimeEntry, MatterId Matter, StaffId By, int Minutes) : TimeEntryEvent(TimeEntry, Matter);

/// <summary>A lawyer decided that this is not billed; why stands in the event's metadata.</summary>
public sealed record TimeEntryRejected(TimeEntryId TimeEntry, MatterId Matter, StaffId By) : TimeEntryEvent(TimeEntry, Matter);

/// <summary>The approved minutes stand on a draft invoice.</summary>
public sealed record TimeEntryBilled(TimeEntryId TimeEntry, MatterId Matter, InvoiceId Invoice, int Minutes) : TimeEntryEvent(TimeEntry, Matter);

/// <summary>Its line was taken off the draft, or its invoice voided: approved time again, free for another invoice.</summary>
public sealed record TimeEntryReleased(TimeEntryId TimeEntry, MatterId Matter, InvoiceId Invoice, int Minutes)
    : TimeEntryEvent(TimeEntry, Matter);

/// <summary>Approved or billed time was taken back.</summary>
/// <param name="Invoice">The invoice it was billed on, if it was.</param>
public sealed record TimeEntryReversed(TimeEntryId TimeEntry, MatterId Matter, StaffId By, int Minutes, InvoiceId? Invoice)
    : TimeEntryEvent(TimeEntry, Matter);

/// <summary>What an entry says to the client: how long, and for what.</summary>
public sealed record TimeClaim(int Minutes, Personal<string> Narrative);
