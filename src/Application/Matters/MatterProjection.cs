using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Matters;

internal sealed class MatterProjection : Projection<MatterCard>
{
    public override string Name => "matter";

    public static string StateTag(MatterState state) => $"state:{state}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        MatterEvent e => [new(e.Matter.Value)],
        TimeEntryEvent e => [new(e.Matter.Value)],
        InvoiceEvent e => [new(e.Matter.Value)],
        _ => [],
    };

    public override MatterCard? Evolve(DocumentKey key, MatterCard? view, EventEnvelope envelope) => envelope.Event switch
    {
        MatterEvent e => Evolve(view ?? new MatterCard(e.Matter, envelope.At), e, envelope),
        TimeEntryEvent e when view is not null => Count(view, e),
        InvoiceEvent e when view is not null => Count(view, e),
        _ => view,
    };

    public override string SortKey(MatterCard view) => (view.OpenedAt ?? view.NamedAt).UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(MatterCard view) => [StateTag(view.State)];

    private static MatterCard Evolve(MatterCard view, MatterEvent @event, EventEnvelope envelope) => @event switch
    {
        PartyAdded e => view with { Parties = view.Parties.Add(new(e.Party, e.Name, e.Side, e.Role)) },
        ConflictCheckRun e => view with { Check = new(e.Hits.Count == 0 ? ConflictState.Clear : ConflictState.Hits, e.Hits, null, null, null) },
        ConflictCheckDecided e => view with
        {
            Check = view.Check with { State = StateOf(e.Decision), DecidedBy = e.By, DecidedAt = envelope.At, Reason = e.By is null ? null : envelope.Reason },
        },
        MatterOpened e => view with
        {
            Number = e.Number,
            Title = e.Title,
            Client = e.Client,
            State = MatterState.Open,
            PracticeArea = e.PracticeArea,
            Responsible = e.Responsible,
            OpenedAt = envelope.At,
            Conversation = e.Conversation,
            Intake = e.Intake,
        },
        StaffAssigned e => e.Duty == MatterDuty.Responsible ? view with { Responsible = e.Staff } : view,
        FeeArrangementAgreed e => view with { Fee = e.Fee },
        MatterClosed => view with { State = MatterState.Closed },
        MatterReopened => view with { State = MatterState.Open },
        _ => view,
    };

    private static MatterCard Count(MatterCard view, TimeEntryEvent @event) => @event switch
    {
        TimeEntrySuggested or TimeEntryRecorded => view with { OpenTime = view.OpenTime.Add(@event.TimeEntry) },
        TimeEntryRejected => view with { OpenTime = view.OpenTime.Remove(@event.TimeEntry) },
        TimeEntryApproved e => view with
        {
            OpenTime = view.OpenTime.Remove(e.TimeEntry),
            UnbilledMinutes = view.UnbilledMinutes + e.Minutes,
        },
        TimeEntryBilled e => view with { UnbilledMinutes = view.UnbilledMinutes - e.Minutes },
        TimeEntryReleased e => view with { UnbilledMinutes = view.UnbilledMinutes + e.Minutes },
        TimeEntryReversed { Invoice: null } e => view with { UnbilledMinutes = view.UnbilledMinutes - e.Minutes },
        _ => view,
    };

    private static MatterCard Count(MatterCard view, InvoiceEvent @event) => @event switch
    {
        InvoiceDrafted e => view with { OpenInvoices = view.OpenInvoices.Add(e.Invoice) },
        InvoiceIssued or InvoiceVoided => view with { OpenInvoices = view.OpenInvoices.Remove(@event.Invoice) },
        _ => view,
    };

    private static ConflictState StateOf(ConflictDecision decision) => decision switch
    {
        ConflictDecision.Clear => ConflictState.Clear,
        ConflictDecision.Waived => ConflictState.Waived,
        ConflictDecision.Declined => ConflictState.Declined,
    };
}
