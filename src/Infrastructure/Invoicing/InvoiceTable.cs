using System.Globalization;
using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Printing;

namespace Lawyers.Hub.Infrastructure.Invoicing;

/// <summary>The lines of an invoice; the head is repeated on every sheet.</summary>
internal sealed class InvoiceTable
{
    private const double LineHeight = 11.5;
    private const double Padding = 6;

    private static readonly NumberFormatInfo Indonesian = new() { NumberDecimalSeparator = "," };

    private static readonly Column Number = new("No.", Paper.Left + 6, 20, Align.Left);
    private static readonly Column Date = new("Tanggal", Paper.Left + 28, 84, Align.Left);
    private static readonly Column Work = new("Uraian", Paper.Left + 114, 178, Align.Left);
    private static readonly Column Hours = new("Jam", Paper.Left + 296, 30, Align.Right);
    private static readonly Column Rate = new("Tarif/jam (Rp)", Paper.Left + 330, 68, Align.Right);
    private static readonly Column Amount = new("Jumlah (Rp)", Paper.Left + 402, 75, Align.Right);

    private bool _drawn;

    public void Head(Paper paper)
    {
        if (_drawn)
        {
            return; // what follows the table starts a sheet without its head
        }

        paper.Fill(Paper.Accent, 20);
        paper.Down(5.5);
        foreach (var column in new[] { Number, Date, Work, Hours, Rate, Amount })
        {
            paper.Write(column.Title, Letters.Bold(8), Ink.White, column.X, column.Width, column.Align);
        }

        paper.Down(14.5);
    }

    public void Draw(Paper paper, IReadOnlyList<InvoiceLineView> lines)
    {
        Head(paper);
        for (var index = 0; index < lines.Count; index++)
        {
            Row(paper, index + 1, lines[index]);
        }

        _drawn = true;
        paper.Rule(Paper.Accent, 0.8);
    }

    private static void Row(Paper paper, int number, InvoiceLineView line)
    {
        var work = Paper.Wrap(line.Narrative ?? "–", Letters.Body(), Work.Width);
        var who = line.StaffName.Length > 0 ? 1 : 0;
        var height = ((work.Count + who) * LineHeight) + (2 * Padding);
        paper.Need(height);
        if (number % 2 == 0)
        {
            paper.Fill(Paper.Tint, height);
        }

        paper.Down(Padding);
        Cell(paper, Number, number.ToString(CultureInfo.InvariantCulture));
        Cell(paper, Date, IndonesianTime.InWords(line.Date));
        Cell(paper, Hours, (line.Minutes / 60m).ToString("0.0", Indonesian));
        Cell(paper, Rate, Rupiahs.Digits(new Money(line.Rate)));
        Cell(paper, Amount, Rupiahs.Digits(new Money(line.Amount)));
        foreach (var text in work)
        {
            Cell(paper, Work, text);
            paper.Down(LineHeight);
        }

        if (who > 0)
        {
            paper.Write(line.StaffName, Letters.Body(7.5), Paper.Quiet, Work.X, Work.Width, Work.Align);
            paper.Down(LineHeight);
        }

        paper.Down(Padding);
        paper.Rule(Paper.Hairline, 0.5);
    }

    private static void Cell(Paper paper, Column column, string text) =>
        paper.Write(text, Letters.Body(), Paper.Text, column.X, column.Width, column.Align);

    private sealed record Column(string Title, double X, double Width, Align Align);
}
