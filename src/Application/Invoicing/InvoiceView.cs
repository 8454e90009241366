using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>An invoice as its page shows it. The client's name and the narratives only for those who may see them.</summary>
/// <param name="Receivable">What comes in as cash: the total less what a body withholds.</param>
/// <param name="Terbilang">The receivable in words.</param>
public sealed record InvoiceView(
    InvoiceId Id,
    string? Number,
    MatterId MatterId,
    string? MatterNumber,
    string? MatterTitle,
    string? ClientName,
    InvoiceState State,
    IReadOnlyList<InvoiceLineView> Lines,
    long Fees,
    long TaxBase,
    long Vat,
    long Withholding,
    long Total,
    long Receivable,
    string Terbilang,
    DateTimeOffset CreatedAt,
    bool Taxable,
    Payer Payer,
    StaffName? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? IssuedAt)
{
    internal static InvoiceView Of(InvoiceCard card, MatterCard? matter, IReadOnlyDictionary<StaffId, string> names, bool readable)
    {
        var totals = card.Totals();
        return new InvoiceView(
            card.Id,
            card.Number,
            card.Matter,
            matter?.Number,
            readable ? matter?.Title?.Value : null,
            readable ? matter?.ClientName?.Value : null,
            card.State,
            [.. card.Lines.Select(line => new InvoiceLineView(
                line.TimeEntry, line.WorkDate, readable ? line.Narrative.Value : null, line.Minutes, line.HourlyRate.Rupiah, line.Amount.Rupiah,
                names.GetValueOrDefault(line.Staff, string.Empty)))],
            totals.Fees.Rupiah,
            totals.TaxBase.Rupiah,
            totals.Vat.Rupiah,
            totals.Withholding.Rupiah,
            totals.Total.Rupiah,
            totals.Receivable.Rupiah,
            Domain.Invoicing.Terbilang.Of(totals.Receivable),
            card.CreatedAt,
            card.Tax.Taxable,
            card.Tax.Payer,
            card.ApprovedBy is { } by ? new StaffName(by, names.GetValueOrDefault(by, string.Empty)) : null,
            card.ApprovedAt,
            card.IssuedAt);
    }
}

public sealed record InvoiceLineView(TimeEntryId TimeEntryId, DateOnly Date, string? Narrative, int Minutes, long Rate, long Amount, string StaffName);
