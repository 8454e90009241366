using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using Lawyers.Hub.Infrastructure.Invoicing;

namespace Lawyers.Hub.Infrastructure.Tests.Invoicing;

public class InvoicePrinterTests
{
    private static readonly TaxRules Rules = new(
        new DateOnly(2025, 1, 1), new(11, 12), new(12, 100), new(2, 100), new(4, 100), "PMK 131/2024; UU PPh pasal 23");

    private static readonly FirmProfile Firm = new(
        "Kantor Hukum Contoh & Rekan", IndonesianZone.Wib, "Jalan Contoh Raya No. 12, Jakarta Selatan 12190", "(021) 555 0100",
        "kantor@contoh.example", "00.000.000.0-000.000");

    [Fact]
    public void A_short_invoice_is_one_a4_sheet()
    {
        var pdf = Print(Invoice(lines: 3, InvoiceState.Issued));

        pdf.Sheets.Should().ContainSingle().Which.Dictionary.Should().Contain("/MediaBox [0 0 595.28 841.89]");
        pdf.Text.Should().Contain("Halaman 1 dari 1").And.Contain("INV/2026/000123").And.Contain("21 November 2026").And.Contain("PT Contoh Sejahtera");
    }

    [Fact]
    public void Every_amount_stands_on_the_paper_in_figures_and_the_receivable_in_words_too()
    {
        var invoice = Invoice(lines: 4, InvoiceState.Issued);
        var text = Print(invoice).Text;

        text.Should().Contain("Rp1.500.000").And.Contain("PPN 12%").And.Contain("11/12").And.Contain("Dipotong PPh 23 2%").And.Contain("PMK 131/2024");
        text.Should().Contain(Rupiahs.Text(new Money(invoice.Receivable)));
        string.Concat(text.Split('\n')).ToUpperInvariant().Should().Contain(invoice.Terbilang[..30].ToUpperInvariant());
    }

    [Fact]
    public void A_long_invoice_runs_over_several_sheets_each_with_its_head_and_number()
    {
        var pdf = Print(Invoice(lines: 70, InvoiceState.Issued));

        pdf.Sheets.Count.Should().BeInRange(4, 8);
        pdf.Sheets[1].Text.Should().Contain("Uraian").And.Contain($"Halaman 2 dari {pdf.Sheets.Count}");
    }

    [Theory]
    [InlineData(InvoiceState.Draft, "KONSEP")]
    [InlineData(InvoiceState.Void, "BATAL")]
    public void What_is_no_invoice_says_so_across_every_sheet(InvoiceState state, string watermark) =>
        Print(Invoice(lines: 40, state)).Sheets.Should().OnlyContain(sheet => sheet.Text.StartsWith(watermark, StringComparison.Ordinal));

    [Fact]
    public void An_issued_invoice_has_no_watermark() =>
        Print(Invoice(lines: 3, InvoiceState.Issued)).Text.Should().NotContain("KONSEP").And.NotContain("BATAL");

    [Fact]
    public void The_typefaces_travel_in_the_file_but_only_the_letters_that_are_used()
    {
        var pdf = new InvoicePrinter().Print(Invoice(lines: 3, InvoiceState.Draft), Firm, Rules);

        pdf.Length.Should().BeLessThan(200_000);
        System.Text.Encoding.Latin1.GetString(pdf.Span).Should().Contain("/FontFile2").And.Contain("LiberationSans-Regular");
    }

    private static PdfReading Print(InvoiceView invoice) => PdfReading.Of(new InvoicePrinter().Print(invoice, Firm, Rules).Span);

    private static InvoiceView Invoice(int lines, InvoiceState state)
    {
        var amounts = Enumerable.Range(1, lines).Select(number => new InvoiceLineView(
            new TimeEntryId(Guid.Parse("11111111-0000-0000-0000-000000000001")),
            new DateOnly(2026, 11, 1).AddDays(number % 28),
            number % 3 == 0
                ? "Menelaah surat panggilan dan menyiapkan pendampingan pada pemeriksaan pertama di kepolisian"
                : "Korespondensi dengan klien melalui WhatsApp: membaca pesan dan menyiapkan 2 balasan",
            6 * number,
            1_500_000,
            150_000 * number,
            "Maria Contoh, S.H.")).ToArray();
        var totals = InvoiceTotals.Of(amounts.Select(line => new Money(line.Amount)), new TaxTreatment(true, Payer.Body, Rules));
        var at = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
        return new InvoiceView(
            new InvoiceId(Guid.Parse("44444444-0000-0000-0000-000000000001")),
            state == InvoiceState.Issued ? "INV/2026/000123" : null,
            new MatterId(Guid.Parse("22222222-0000-0000-0000-000000000001")),
            "PKR-20261121-001",
            "Pendampingan perkara pidana",
            "PT Contoh Sejahtera",
            state,
            amounts,
            totals.Fees.Rupiah,
            totals.TaxBase.Rupiah,
            totals.Vat.Rupiah,
            totals.Withholding.Rupiah,
            totals.Total.Rupiah,
            totals.Receivable.Rupiah,
            Terbilang.Of(totals.Receivable),
            at,
            Taxable: true,
            Payer.Body,
            new StaffName(new StaffId(Guid.Parse("33333333-0000-0000-0000-000000000001")), "Maria Contoh, S.H."),
            at,
            state == InvoiceState.Issued ? at : null);
    }
}
