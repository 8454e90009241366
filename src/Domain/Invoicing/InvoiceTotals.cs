namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>What an invoice comes to. Derived from its lines and its tax treatment, never entered.</summary>
/// <param name="Fees">The sum of the lines.</param>
/// <param name="TaxBase">Base of PPN; zero where the firm is not taxable.</param>
/// <param name="Vat">PPN.</param>
/// <param name="Withholding">PPh 23 that the payer keeps for the treasury: it lowers the cash, not the invoice.</param>
public sealed record InvoiceTotals(Money Fees, Money TaxBase, Money Vat, Money Withholding)
{
    public Money Total => Fees + Vat;

    public Money Receivable => Total - Withholding;

    public static InvoiceTotals Of(IEnumerable<Money> amounts, TaxTreatment tax)
    {
        var fees = Money.Sum(amounts);
        var taxBase = tax.Taxable ? tax.Rules.VatBase.Of(fees) : Money.Zero;
        var withholding = tax.Payer switch
        {
            Payer.Individual => Money.Zero,
            Payer.Body => tax.Rules.Withholding.Of(fees),
            Payer.BodyWithoutNpwp => tax.Rules.WithholdingWithoutNpwp.Of(fees),
        };
        return new(fees, taxBase, tax.Rules.VatRate.Of(taxBase), withholding);
    }
}
