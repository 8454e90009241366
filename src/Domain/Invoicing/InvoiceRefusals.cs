using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Invoicing;

public static class InvoiceRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("invoice_not_found", "There is no such invoice.");

    public static readonly Refusal NothingToBill = Refusal.Rule("nothing_to_bill", "This matter has no approved time that is not yet on an invoice.");

    public static readonly Refusal NotBilledByTheHour = Refusal.Rule(
        "not_billed_by_the_hour", "The fee arrangement of this matter does not bill by the hour; its time is recorded only.");

    public static readonly Refusal NoRate = Refusal.Rule("no_hourly_rate", "No hourly rate was in force on a work date; set one for the firm first.");

    public static readonly Refusal NoTaxRules = Refusal.Rule("no_tax_rules", "The firm has no tax rules in force on this day.");

    public static readonly Refusal OtherMatter = Refusal.Rule("other_matter", "This time was worked on another matter.");

    public static readonly Refusal AlreadyOnInvoice = Refusal.Rule("already_on_invoice", "This time is already a line of the invoice.");

    public static readonly Refusal NoSuchLine = Refusal.NotFound("line_not_found", "The invoice has no line for this time entry.");

    public static readonly Refusal NoLines = Refusal.Rule("invoice_empty", "An invoice without lines cannot be approved.");

    public static readonly Refusal NotDraft = Refusal.Rule("invoice_not_draft", "Only a draft can be changed; void the invoice and draft a new one.");

    public static readonly Refusal NotApproved = Refusal.Rule("invoice_not_approved", "An invoice is issued once a lawyer has approved it.");

    public static readonly Refusal AlreadyIssued = Refusal.Rule("invoice_already_issued", "The invoice was issued under another number.");

    public static readonly Refusal ReasonMissing = Refusal.Invalid("reason_missing", "Say why the invoice is void.");

    public static readonly Refusal IsVoid = Refusal.Rule("invoice_void", "The invoice is void.");
}
