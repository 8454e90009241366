namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>A rate as a fraction of whole numbers, so that no tax is ever computed in floating point.</summary>
public readonly record struct Fraction(long Numerator, long Denominator)
{
    public Money Of(Money amount) => amount.Times(Numerator, Denominator);
}

/// <summary>What the tax law says from a day on, as a dated setting of the firm with its source beside it.</summary>
/// <param name="From">The first day it is in force.</param>
/// <param name="VatBase">Part of the fee that is the base of value added tax (PPN).</param>
/// <param name="VatRate">Rate of PPN on that base.</param>
/// <param name="Withholding">Income tax (PPh 23) that a paying body withholds from the fee without PPN.</param>
/// <param name="WithholdingWithoutNpwp">The same where the tax number is missing.</param>
/// <param name="Source">The regulations these numbers come from.</param>
public sealed record TaxRules(
    DateOnly From, Fraction VatBase, Fraction VatRate, Fraction Withholding, Fraction WithholdingWithoutNpwp, string Source);

/// <summary>Who pays: only a body withholds income tax.</summary>
public enum Payer
{
    Individual,
    Body,
    BodyWithoutNpwp,
}

/// <summary>How one invoice is taxed; pinned when it is drafted, so that a later change of law leaves it alone.</summary>
/// <param name="Taxable">The firm is a taxable entrepreneur (PKP).</param>
public sealed record TaxTreatment(bool Taxable, Payer Payer, TaxRules Rules);
