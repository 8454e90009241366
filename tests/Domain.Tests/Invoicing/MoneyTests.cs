using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Domain.Tests.Invoicing;

public class MoneyTests
{
    private static readonly TaxRules Rules2025 = new(
        new DateOnly(2025, 1, 1), new(11, 12), new(12, 100), new(2, 100), new(4, 100), "PMK 131/2024; UU PPh pasal 23");

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -2)]
    [InlineData(-6, 1, 4, -1)]
    [InlineData(10_000_000, 11, 12, 9_166_667)]
    [InlineData(0, 7, 9, 0)]
    public void A_fraction_is_rounded_half_up(long rupiah, long numerator, long denominator, long expected) =>
        new Money(rupiah).Times(numerator, denominator).Should().Be(new Money(expected));

    [Theory]
    [InlineData(1_234_567, "Rp1.234.567")]
    [InlineData(0, "Rp0")]
    [InlineData(999, "Rp999")]
    [InlineData(-1500, "-Rp1.500")]
    public void Money_is_written_the_Indonesian_way(long rupiah, string expected) => new Money(rupiah).ToString().Should().Be(expected);

    [Fact]
    public void A_sum_too_large_is_refused_rather_than_wrong() =>
        FluentActions.Invoking(() => new Money(long.MaxValue) + new Money(1)).Should().Throw<OverflowException>();

    [Fact]
    public void Ten_million_to_a_body_comes_to_ten_million_nine_hundred_thousand_in_cash()
    {
        var totals = InvoiceTotals.Of([new(10_000_000)], new(Taxable: true, Payer.Body, Rules2025));

        totals.Should().Be(new InvoiceTotals(new(10_000_000), new(9_166_667), new(1_100_000), new(200_000)));
        totals.Total.Should().Be(new Money(11_100_000));
        totals.Receivable.Should().Be(new Money(10_900_000));
    }

    [Fact]
    public void A_firm_that_is_not_taxable_adds_no_vat_and_an_individual_withholds_nothing()
    {
        var totals = InvoiceTotals.Of([new(750_000)], new(Taxable: false, Payer.Individual, Rules2025));

        totals.Should().Be(new InvoiceTotals(new(750_000), Money.Zero, Money.Zero, Money.Zero));
        totals.Receivable.Should().Be(new Money(750_000));
    }

    [Fact]
    public void Without_a_tax_number_twice_as_much_is_withheld() =>
        InvoiceTotals.Of([new(10_000_000)], new(true, Payer.BodyWithoutNpwp, Rules2025)).Withholding.Should().Be(new Money(400_000));

    [Fact]
    public void Totals_derive_from_the_lines_in_any_order() =>
        Prop.ForAll<NonNegativeInt[], bool>((amounts, taxable) =>
        {
            var lines = amounts.Select(amount => new Money(amount.Get)).ToArray();
            var tax = new TaxTreatment(taxable, Payer.Body, Rules2025);
            var totals = InvoiceTotals.Of(lines, tax);
            return totals == InvoiceTotals.Of(lines.Reverse(), tax)
                && totals.Fees.Rupiah == amounts.Sum(amount => (long)amount.Get)
                && totals.Total == totals.Fees + totals.Vat
                && totals.Receivable + totals.Withholding == totals.Total
                && (taxable || totals.Vat == Money.Zero);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_is_never_off_by_more_than_half() =>
        Prop.ForAll<NonNegativeInt, PositiveInt, PositiveInt>((rupiah, numerator, denominator) =>
        {
            var exact = (decimal)rupiah.Get * numerator.Get / denominator.Get;
            return Math.Abs(new Money(rupiah.Get).Times(numerator.Get, denominator.Get).Rupiah - exact) <= 0.5m;
        }).QuickCheckThrowOnFailure();
}
