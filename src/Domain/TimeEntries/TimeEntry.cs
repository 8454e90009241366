using System.Diagnostics;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>Time that a lawyer may bill to a matter: suggested from work on a conversation or recorded by hand, it counts only once approved.</summary>
public abstract record TimeEntry
{
    public static readonly Decider<TimeEntry, TimeEntryCommand, TimeEntryEvent> Decider = new(new Absent(), Decide, Evolve);

    private TimeEntry()
    {
    }

    public static Result<TimeEntryEvent[]> Decide(TimeEntry entry, TimeEntryCommand command) => (entry, command) switch
    {
        (Absent, TimeEntryCommand.Suggest c) => Suggest(c),
        (Suggested e, TimeEntryCommand.Suggest c) => Revise(e, c, e.Work.And(c.More)),
        (_, TimeEntryCommand.Suggest) => Record(), // a person has taken the entry over
        (Absent, TimeEntryCommand.RecordWork c) => RecordWork(c),
        (_, TimeEntryCommand.RecordWork) => Record(), // recorded by the same request before
        (Absent, _) => TimeEntryRefusals.NotFound,
        (Open e, TimeEntryCommand.Edit { OwnOnly: true } c) when e.Staff != c.By => TimeEntryRefusals.NotYours,
        (Open e, TimeEntryCommand.Edit c) => Edit(e, c.By, c.Minutes, c.Narrative),
        (Open e, TimeEntryCommand.Approve c) => Approve(e, c.By, c.Minutes ?? e.Claim.Minutes),
        (Open, TimeEntryCommand.Reject c) when string.IsNullOrWhiteSpace(c.Reason) => TimeEntryRefusals.ReasonMissing,
        (Open e, TimeEntryCommand.Reject c) => Record(new TimeEntryRejected(e.Id, e.Matter, c.By)),
        (Rejected, TimeEntryCommand.Reject) => Record(),
        (Approved e, TimeEntryCommand.Approve c) =>
            c.Minutes is null || BillingUnit.RoundUp(c.Minutes.Value) == e.Claim.Minutes
                ? Record() // a second click changes nothing
                : TimeEntryRefusals.AlreadyApproved,
        (Approved e, TimeEntryCommand.Bill c) => Record(new TimeEntryBilled(e.Id, e.Matter, c.Invoice, e.Claim.Minutes)),
        (Billed e, TimeEntryCommand.Bill c) => e.Invoice == c.Invoice ? Record() : TimeEntryRefusals.BilledElsewhere,
        (Billed e, TimeEntryCommand.Release c) when e.Invoice == c.Invoice =>
            Record(new TimeEntryReleased(e.Id, e.Matter, c.Invoice, e.Claim.Minutes)),
        (_, TimeEntryCommand.Release) => Record(), // it is not on that invoice any more
        (Approved or Billed, TimeEntryCommand.Reverse c) when string.IsNullOrWhiteSpace(c.Reason) => TimeEntryRefusals.ReasonMissing,
        (Approved e, TimeEntryCommand.Reverse c) => Record(new TimeEntryReversed(e.Id, e.Matter, c.By, e.Claim.Minutes, null)),
        (Billed e, TimeEntryCommand.Reverse c) => Record(new TimeEntryReversed(e.Id, e.Matter, c.By, e.Claim.Minutes, e.Invoice)),
        (Reversed, TimeEntryCommand.Reverse) => Record(),
        (_, TimeEntryCommand.Edit or TimeEntryCommand.Approve or TimeEntryCommand.Reject) => TimeEntryRefusals.NoLongerOpen,
        (_, TimeEntryCommand.Bill or TimeEntryCommand.Reverse) => TimeEntryRefusals.NotApproved,
        _ => throw new UnreachableException($"{command.GetType().Name} on {entry.GetType().Name}"),
    };

    public static TimeEntry Evolve(TimeEntry entry, TimeEntryEvent @event) => (entry, @event) switch
    {
        (Absent, TimeEntrySuggested e) =>
            new Suggested(e.TimeEntry, e.Matter, e.Staff, e.WorkDate, new(e.Minutes, e.Narrative), e.Work),
        (Suggested s, TimeEntrySuggestionRevised e) => s with { Claim = new(e.Minutes, e.Narrative), Work = e.Work },
        (Absent, TimeEntryRecorded e) => new Draft(e.TimeEntry, e.Matter, e.Staff, e.WorkDate, new(e.Minutes, e.Narrative)),
        (Open s, TimeEntryEdited e) => new Draft(s.Id, s.Matter, s.Staff, s.WorkDate, e.After),
        (Open s, TimeEntryApproved e) => new Approved(s.Id, s.Matter, s.Staff, s.WorkDate, s.Claim with { Minutes = e.Minutes }),
        (Open s, TimeEntryRejected) => new Rejected(s.Id),
        (Approved s, TimeEntryBilled e) => new Billed(s.Id, s.Matter, s.Staff, s.WorkDate, s.Claim, e.Invoice),
        (Billed s, TimeEntryReleased) => new Approved(s.Id, s.Matter, s.Staff, s.WorkDate, s.Claim),
        (Approved or Billed, TimeEntryReversed e) => new Reversed(e.TimeEntry),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {entry.GetType().Name}"),
    };

    private static Result<TimeEntryEvent[]> Suggest(TimeEntryCommand.Suggest c)
    {
        var estimate = c.More.Estimate();
        return Record(new TimeEntrySuggested(
            c.TimeEntry, c.Matter, c.Staff, c.WorkDate, c.More, estimate.Components, estimate.SuggestedMinutes, c.Utbms, Narrate(c, c.More)));
    }

    private static Result<TimeEntryEvent[]> Revise(Suggested entry, TimeEntryCommand.Suggest c, DayOfWork work)
    {
        var estimate = work.Estimate();
        return Record(new TimeEntrySuggestionRevised(
            entry.Id, entry.Matter, work, estimate.Components, estimate.SuggestedMinutes, Narrate(c, work)));
    }

    private static Personal<string> Narrate(TimeEntryCommand.Suggest c, DayOfWork work) => Personal.Of(c.Client, work.Narrative());

    private static Result<TimeEntryEvent[]> RecordWork(TimeEntryCommand.RecordWork c) =>
        Fault(c.Minutes, c.Narrative.Value) is { } fault
            ? fault
            : Record(new TimeEntryRecorded(
                c.TimeEntry, c.Matter, c.Staff, c.WorkDate, BillingUnit.RoundUp(c.Minutes), c.Utbms, c.Narrative));

    private static Result<TimeEntryEvent[]> Edit(Open entry, StaffId by, int minutes, string? narrative)
    {
        if (Fault(minutes, narrative ?? "unchanged") is { } fault)
        {
            return fault;
        }

        var after = new TimeClaim(
            BillingUnit.RoundUp(minutes),
            narrative is null ? entry.Claim.Narrative : Personal.Of(entry.Claim.Narrative.Subject, narrative.Trim()));
        return after == entry.Claim ? Record() : Record(new TimeEntryEdited(entry.Id, entry.Matter, entry.Claim, after, by));
    }

    // Other minutes are an edit and an approval in one step, so that the log shows both numbers.
    private static Result<TimeEntryEvent[]> Approve(Open entry, StaffId by, int minutes)
    {
        var edited = Edit(entry, by, minutes, null);
        return edited.IsRefused
            ? edited
            : Record([.. edited.Value, new TimeEntryApproved(entry.Id, entry.Matter, by, BillingUnit.RoundUp(minutes))]);
    }

    private static Refusal? Fault(int minutes, string? narrative) =>
        minutes is < 1 or > BillingUnit.LongestDay ? TimeEntryRefusals.NoMinutes
        : string.IsNullOrWhiteSpace(narrative) ? TimeEntryRefusals.NoNarrative
        : null;

    private static Result<TimeEntryEvent[]> Record(params TimeEntryEvent[] events) => events;

    public sealed record Absent : TimeEntry;

    /// <summary>Still to be decided by a lawyer.</summary>
    public abstract record Open(TimeEntryId Id, MatterId Matter, StaffId Staff, DateOnly WorkDate, TimeClaim Claim) : TimeEntry;

    public sealed record Suggested(TimeEntryId Id, MatterId Matter, StaffId Staff, DateOnly WorkDate, TimeClaim Claim, DayOfWork Work)
        : Open(Id, Matter, Staff, WorkDate, Claim);

    /// <summary>Written or changed by a person.</summary>
    public sealed record Draft(TimeEntryId Id, MatterId Matter, StaffId Staff, DateOnly WorkDate, TimeClaim Claim)
        : Open(Id, Matter, Staff, WorkDate, Claim);

    /// <summary>Nothing outside the domain can make or change one: see <see cref="ApprovedTime"/>.</summary>
    public sealed record Approved : TimeEntry
    {
        internal Approved(TimeEntryId id, MatterId matter, StaffId staff, DateOnly workDate, TimeClaim claim) =>
            (Id, Matter, Staff, WorkDate, Claim) = (id, matter, staff, workDate, claim);

        public TimeEntryId Id { get; }

        public MatterId Matter { get; }

        public StaffId Staff { get; }

        public DateOnly WorkDate { get; }

        public TimeClaim Claim { get; }
    }

    public sealed record Billed(TimeEntryId Id, MatterId Matter, StaffId Staff, DateOnly WorkDate, TimeClaim Claim, InvoiceId Invoice)
        : TimeEntry;

    public sealed record Rejected(TimeEntryId Id) : TimeEntry;

    public sealed record Reversed(TimeEntryId Id) : TimeEntry;
}
