using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>What a client is asked to pay: lines out of approved time only. Once issued it never changes; it is voided and drafted anew.</summary>
public abstract record InvoiceDraft
{
    public static readonly Decider<InvoiceDraft, InvoiceCommand, InvoiceEvent> Decider = new(new Absent(), Decide, Evolve);

    private InvoiceDraft()
    {
    }

    public static Result<InvoiceEvent[]> Decide(InvoiceDraft invoice, InvoiceCommand command) => (invoice, command) switch
    {
        (Absent, InvoiceCommand.Draft c) => Draft(c),
        (Absent, _) => InvoiceRefusals.NotFound,
        (_, InvoiceCommand.Draft) => Record(), // drafted by the same request before
        (Drafted i, InvoiceCommand.AddLine c) => Add(i, c),
        (Drafted i, InvoiceCommand.RemoveLine c) when i.Lines.ContainsKey(c.TimeEntry) => Record(new LineRemoved(i.Id, i.Matter, c.TimeEntry)),
        (Drafted, InvoiceCommand.RemoveLine) => InvoiceRefusals.NoSuchLine,
        (Drafted { Lines.IsEmpty: true }, InvoiceCommand.Approve) => InvoiceRefusals.NoLines,
        (Drafted i, InvoiceCommand.Approve c) => Record(new InvoiceApproved(i.Id, i.Matter, c.By)),
        (Approved or Issued, InvoiceCommand.Approve) => Record(), // a second click changes nothing
        (Approved i, InvoiceCommand.Issue c) => Record(new InvoiceIssued(i.Id, i.Matter, c.Number, c.By)),
        (Drafted, InvoiceCommand.Issue) => InvoiceRefusals.NotApproved,
        (Issued i, InvoiceCommand.Issue c) => i.Number == c.Number ? Record() : InvoiceRefusals.AlreadyIssued,
        (Voided, InvoiceCommand.Void) => Record(),
        (Live, InvoiceCommand.Void c) when string.IsNullOrWhiteSpace(c.Reason) => InvoiceRefusals.ReasonMissing,
        (Live i, InvoiceCommand.Void c) => Record(new InvoiceVoided(i.Id, i.Matter, c.By)),
        (Live, InvoiceCommand.AddLine or InvoiceCommand.RemoveLine) => InvoiceRefusals.NotDraft,
        (Voided, _) => InvoiceRefusals.IsVoid,
        _ => throw new UnreachableException($"{command.GetType().Name} on {invoice.GetType().Name}"),
    };

    public static InvoiceDraft Evolve(InvoiceDraft invoice, InvoiceEvent @event) => (invoice, @event) switch
    {
        (Absent, InvoiceDrafted e) => new Drafted(e.Invoice, e.Matter, e.Tax, ImmutableDictionary<TimeEntryId, InvoiceLine>.Empty),
        (Drafted i, LineAdded e) => i with { Lines = i.Lines.Add(e.Line.TimeEntry, e.Line) },
        (Drafted i, LineRemoved e) => i with { Lines = i.Lines.Remove(e.TimeEntry) },
        (Drafted i, InvoiceApproved) => new Approved(i.Id, i.Matter, i.Tax, i.Lines),
        (Approved i, InvoiceIssued e) => new Issued(i.Id, i.Matter, i.Tax, i.Lines, e.Number),
        (Live i, InvoiceVoided) => new Voided(i.Id),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {invoice.GetType().Name}"),
    };

    private static Result<InvoiceEvent[]> Draft(InvoiceCommand.Draft c)
    {
        if (c.Hourly.Count == 0)
        {
            return InvoiceRefusals.NothingToBill;
        }

        if (c.Hourly.Any(hourly => hourly.Time.Matter != c.Matter))
        {
            return InvoiceRefusals.OtherMatter;
        }

        if (c.Hourly.DistinctBy(hourly => hourly.Time.TimeEntry).Count() != c.Hourly.Count)
        {
            return InvoiceRefusals.AlreadyOnInvoice;
        }

        return Record([
            new InvoiceDrafted(c.Invoice, c.Matter, c.Client, c.By, c.Tax),
            .. c.Hourly.Select(hourly => new LineAdded(c.Invoice, c.Matter, InvoiceLine.From(hourly.Time, hourly.HourlyRate))),
        ]);
    }

    private static Result<InvoiceEvent[]> Add(Drafted invoice, InvoiceCommand.AddLine c) =>
        c.Hourly.Time.Matter != invoice.Matter ? InvoiceRefusals.OtherMatter
        : invoice.Lines.ContainsKey(c.Hourly.Time.TimeEntry) ? InvoiceRefusals.AlreadyOnInvoice
        : Record(new LineAdded(invoice.Id, invoice.Matter, InvoiceLine.From(c.Hourly.Time, c.Hourly.HourlyRate)));

    private static Result<InvoiceEvent[]> Record(params InvoiceEvent[] events) => events;

    public sealed record Absent : InvoiceDraft;

    /// <summary>An invoice that counts: its time is on no other.</summary>
    public abstract record Live(InvoiceId Id, MatterId Matter, TaxTreatment Tax, ImmutableDictionary<TimeEntryId, InvoiceLine> Lines) : InvoiceDraft
    {
        public InvoiceTotals Totals => InvoiceTotals.Of(Lines.Values.Select(line => line.Amount), Tax);
    }

    public sealed record Drafted(InvoiceId Id, MatterId Matter, TaxTreatment Tax, ImmutableDictionary<TimeEntryId, InvoiceLine> Lines)
        : Live(Id, Matter, Tax, Lines);

    public sealed record Approved(InvoiceId Id, MatterId Matter, TaxTreatment Tax, ImmutableDictionary<TimeEntryId, InvoiceLine> Lines)
        : Live(Id, Matter, Tax, Lines);

    public sealed record Issued(
        InvoiceId Id, MatterId Matter, TaxTreatment Tax, ImmutableDictionary<TimeEntryId, InvoiceLine> Lines, string Number)
        : Live(Id, Matter, Tax, Lines);

    public sealed record Voided(InvoiceId Id) : InvoiceDraft;
}
