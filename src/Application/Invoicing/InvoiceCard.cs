using System.Collections.Immutable;
using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>One invoice with its lines, narratives still sealed.</summary>
public sealed record InvoiceCard(InvoiceId Id, MatterId Matter, DataSubjectId Client, TaxTreatment Tax, DateTimeOffset CreatedAt)
{
    public InvoiceState State { get; init; } = InvoiceState.Draft;

    public string? Number { get; init; }

    public ImmutableList<InvoiceLine> Lines { get; init; } = [];

    public StaffId? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public InvoiceTotals Totals() => InvoiceTotals.Of(Lines.Select(line => line.Amount), Tax);
}

public enum InvoiceState
{
    Draft,
    Approved,
    Issued,
    Void,
}

internal sealed class InvoiceProjection : Projection<InvoiceCard>
{
    public override string Name => "invoice";

    public static string StateTag(InvoiceState state) => $"state:{state}";

    public static string MatterTag(MatterId matter) => $"matter:{matter}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is InvoiceEvent e ? [new(e.Invoice.Value)] : [];

    public override InvoiceCard? Evolve(DocumentKey key, InvoiceCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, InvoiceDrafted e) => new InvoiceCard(e.Invoice, e.Matter, e.Client, e.Tax, envelope.At),
        (not null, LineAdded e) => view with { Lines = [.. view.Lines.Add(e.Line).OrderBy(line => line.WorkDate)] },
        (not null, LineRemoved e) => view with { Lines = view.Lines.RemoveAll(line => line.TimeEntry == e.TimeEntry) },
        (not null, InvoiceApproved e) => view with { State = InvoiceState.Approved, ApprovedBy = e.By, ApprovedAt = envelope.At },
        (not null, InvoiceIssued e) => view with { State = InvoiceState.Issued, Number = e.Number, IssuedAt = envelope.At },
        (not null, InvoiceVoided) => view with { State = InvoiceState.Void },
        _ => view,
    };

    public override string SortKey(InvoiceCard view) => view.CreatedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(InvoiceCard view) => [StateTag(view.State), MatterTag(view.Matter)];
}
