using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Printing;

namespace Lawyers.Hub.Infrastructure.Invoicing;

/// <summary>An invoice on the firm's letter paper, in Indonesian.</summary>
internal sealed class InvoicePrinter : IInvoicePrinter
{
    public ReadOnlyMemory<byte> Print(InvoiceView invoice, FirmProfile firm, TaxRules rules)
    {
        var file = new PdfFile($"Tagihan {NumberOf(invoice)}", firm.Name);
        var table = new InvoiceTable();
        var paper = new Paper(file, invoice.State == InvoiceState.Draft ? "KONSEP" : Stamp(invoice.State), table.Head);
        Letterhead(paper, firm);
        Addressee(paper, invoice, firm);
        table.Draw(paper, invoice.Lines);
        InvoiceSummary.Draw(paper, invoice, rules);
        Signature(paper, invoice, firm);
        paper.Finish($"{firm.Name} · {NumberOf(invoice)}");
        return file.Save();
    }

    private static string? Stamp(InvoiceState state) => state == InvoiceState.Void ? "BATAL" : null;

    private static string NumberOf(InvoiceView invoice) =>
        invoice.Number ?? (invoice.State == InvoiceState.Draft ? "KONSEP" : "belum bernomor");

    private static void Letterhead(Paper paper, FirmProfile firm)
    {
        paper.Write(firm.Name, Letters.Letterhead(21), Paper.Accent);
        paper.Down(28);
        foreach (var line in new[]
        {
            firm.Address, string.Join("  ·  ", new[] { firm.Phone, firm.Email }.Where(part => part.Length > 0)),
            firm.TaxNumber.Length > 0 ? $"NPWP {firm.TaxNumber}" : string.Empty,
        }.Where(line => line.Length > 0))
        {
            paper.Write(line, Letters.Body(8), Paper.Quiet);
            paper.Down(11);
        }

        paper.Down(7);
        paper.Rule(Paper.Accent, 1.6);
        paper.Down(2.6);
        paper.Rule(Paper.Accent, 0.4);
        paper.Down(22);
    }

    private static void Addressee(Paper paper, InvoiceView invoice, FirmProfile firm)
    {
        const double right = Paper.Left + 285;
        var date = firm.Zone.DateOf(invoice.IssuedAt ?? invoice.CreatedAt);
        var top = paper.Y;
        paper.Write("TAGIHAN JASA HUKUM", Letters.Bold(13), Paper.Text);
        paper.Down(26);
        paper.Write("Kepada Yth.", Letters.Body(8), Paper.Quiet);
        paper.Down(12);
        foreach (var line in Paper.Wrap(invoice.ClientName ?? "Klien", Letters.Bold(11), 260))
        {
            paper.Write(line, Letters.Bold(11), Paper.Text);
            paper.Down(14);
        }

        var left = paper.Y;
        paper.Down(top - paper.Y);
        Fact(paper, right, "Nomor", NumberOf(invoice));
        Fact(paper, right, "Tanggal", IndonesianTime.InWords(date));
        Fact(paper, right, "Perkara", invoice.MatterNumber ?? "–");
        if (invoice.MatterTitle is { } title)
        {
            Fact(paper, right, "Tentang", title);
        }

        paper.Down(Math.Max(left, paper.Y) - paper.Y + 16);
    }

    private static void Fact(Paper paper, double x, string name, string value)
    {
        const double label = 52;
        paper.Write(name, Letters.Body(8.5), Paper.Quiet, x, label, Align.Left);
        foreach (var line in Paper.Wrap(value, Letters.Body(9), Paper.Right - x - label))
        {
            paper.Write(line, Letters.Body(9), Paper.Text, x + label, Paper.Right - x - label, Align.Left);
            paper.Down(12);
        }

        paper.Down(3);
    }

    private static void Signature(Paper paper, InvoiceView invoice, FirmProfile firm)
    {
        const double x = Paper.Right - 190;
        paper.Need(96);
        paper.Down(26);
        paper.Write("Hormat kami,", Letters.Body(), Paper.Text, x, 190, Align.Left);
        paper.Down(13);
        paper.Write(firm.Name, Letters.Bold(), Paper.Text, x, 190, Align.Left);
        paper.Down(50);
        paper.Rule(Paper.Quiet, 0.5, x);
        paper.Down(4);
        paper.Write(invoice.ApprovedBy?.Name ?? "Advokat", Letters.Body(), Paper.Text, x, 190, Align.Left);
    }
}
