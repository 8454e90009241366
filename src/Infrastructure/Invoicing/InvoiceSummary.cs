using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Infrastructure.Printing;

namespace Lawyers.Hub.Infrastructure.Invoicing;

/// <summary>What an invoice comes to: each tax with its base and rate, and the amount to pay in figures and words.</summary>
internal static class InvoiceSummary
{
    private const double X = Paper.Left + 214;
    private const double Width = Paper.Right - X;

    public static void Draw(Paper paper, InvoiceView invoice, TaxRules rules)
    {
        paper.Need(150);
        paper.Down(14);
        Row(paper, "Honorarium", invoice.Fees);
        if (invoice.Taxable)
        {
            Row(paper, $"Dasar pengenaan pajak ({Part(rules.VatBase)})", invoice.TaxBase, quiet: true);
            Row(paper, $"PPN {Percent(rules.VatRate)}", invoice.Vat);
        }

        paper.Rule(Paper.Hairline, 0.6, X);
        paper.Down(6);
        Row(paper, "Jumlah tagihan", invoice.Total, bold: true);
        if (invoice.Withholding > 0)
        {
            var rate = invoice.Payer == Payer.BodyWithoutNpwp ? rules.WithholdingWithoutNpwp : rules.Withholding;
            Row(paper, $"Dipotong PPh 23 {Percent(rate)}", -invoice.Withholding);
        }

        paper.Down(2);
        paper.Fill(Paper.Accent, 26, X - 8);
        paper.Down(7.5);
        paper.Write("Jumlah yang dibayarkan", Letters.Bold(10), Ink.White, X, Width, Align.Left);
        paper.Write(Rupiahs.Text(new Money(invoice.Receivable)), Letters.Bold(11), Ink.White, X, Width - 6, Align.Right);
        paper.Down(32);

        Words(paper, invoice.Terbilang);
        if (invoice.Taxable || invoice.Withholding > 0)
        {
            paper.Write($"Dasar: {rules.Source}.", Letters.Body(7.5), Paper.Quiet);
            paper.Down(11);
        }
    }

    private static void Words(Paper paper, string terbilang)
    {
        var lines = Paper.Wrap(char.ToUpperInvariant(terbilang[0]) + terbilang[1..], Letters.Italic(9.5), Paper.Width - 82);
        var height = (lines.Count * 13) + 12;
        paper.Need(height + 8);
        paper.Fill(Paper.Tint, height);
        paper.Down(6);
        paper.Write("Terbilang", Letters.Bold(8.5), Paper.Quiet, Paper.Left + 8, 60, Align.Left);
        foreach (var line in lines)
        {
            paper.Write(line, Letters.Italic(9.5), Paper.Text, Paper.Left + 70, Paper.Width - 78, Align.Left);
            paper.Down(13);
        }

        paper.Down(14);
    }

    private static void Row(Paper paper, string name, long rupiah, bool bold = false, bool quiet = false)
    {
        var (font, color) = (bold ? Letters.Bold(9.5) : Letters.Body(9.5), quiet ? Paper.Quiet : Paper.Text);
        paper.Write(name, font, color, X, Width, Align.Left);
        paper.Write(Rupiahs.Text(new Money(rupiah)), font, color, X, Width - 6, Align.Right);
        paper.Down(17);
    }

    private static string Part(Fraction fraction) => fraction.Numerator == fraction.Denominator
        ? "seluruh honorarium"
        : FormattableString.Invariant($"{fraction.Numerator}/{fraction.Denominator} × honorarium");

    private static string Percent(Fraction fraction) => FormattableString.Invariant($"{fraction.Numerator * 100 / fraction.Denominator}%");
}
