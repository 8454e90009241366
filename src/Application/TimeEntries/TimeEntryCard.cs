using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>One entry on the time page, its narrative still sealed.</summary>
public sealed record TimeEntryCard(TimeEntryId Id, MatterId Matter, StaffId Staff, DateOnly WorkDate, TimeEntryState State, int Minutes, Personal<string> Narrative)
{
    public Utbms Utbms { get; init; } = Utbms.TalkWithClient;

    public int? SuggestedMinutes { get; init; }

    public TimeComponents? Components { get; init; }

    public DayOfWork? Work { get; init; }

    public StaffId? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? Reason { get; init; }

    public InvoiceId? Invoice { get; init; }
}

public enum TimeEntryState
{
    Suggested,
    Draft,
    Approved,
    Rejected,
    Billed,
    Reversed,
}

internal sealed class TimeEntryProjection : Projection<TimeEntryCard>
{
    public override string Name => "time_entry";

    public static string StateTag(TimeEntryState state) => $"state:{state}";

    public static string MatterTag(MatterId matter) => $"matter:{matter}";

    public static string StaffTag(StaffId staff) => $"staff:{staff}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is TimeEntryEvent e ? [new(e.TimeEntry.Value)] : [];

    public override TimeEntryCard? Evolve(DocumentKey key, TimeEntryCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, TimeEntrySuggested e) =>
            new TimeEntryCard(e.TimeEntry, e.Matter, e.Staff, e.WorkDate, TimeEntryState.Suggested, e.Minutes, e.Narrative)
            {
                Utbms = e.Utbms,
                SuggestedMinutes = e.Minutes,
                Components = e.Components,
                Work = e.Work,
            },
        (_, TimeEntryRecorded e) =>
            new TimeEntryCard(e.TimeEntry, e.Matter, e.Staff, e.WorkDate, TimeEntryState.Draft, e.Minutes, e.Narrative) { Utbms = e.Utbms },
        (not null, TimeEntrySuggestionRevised e) => view with
        {
            Minutes = e.Minutes,
            SuggestedMinutes = e.Minutes,
            Narrative = e.Narrative,
            Components = e.Components,
            Work = e.Work,
        },
        (not null, TimeEntryEdited e) => view with { State = TimeEntryState.Draft, Minutes = e.After.Minutes, Narrative = e.After.Narrative },
        (not null, TimeEntryApproved e) => view with
        {
            State = TimeEntryState.Approved,
            Minutes = e.Minutes,
            ApprovedBy = e.By,
            ApprovedAt = envelope.At,
        },
        (not null, TimeEntryRejected) => view with { State = TimeEntryState.Rejected, Reason = envelope.Reason },
        (not null, TimeEntryBilled e) => view with { State = TimeEntryState.Billed, Invoice = e.Invoice },
        (not null, TimeEntryReleased) => view with { State = TimeEntryState.Approved, Invoice = null },
        (not null, TimeEntryReversed) => view with { State = TimeEntryState.Reversed, Reason = envelope.Reason },
        _ => view, // too little was observed to show
    };

    public override string SortKey(TimeEntryCard view) => view.WorkDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(TimeEntryCard view) =>
        [StateTag(view.State), MatterTag(view.Matter), StaffTag(view.Staff)];
}
