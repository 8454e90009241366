using System.Text;

namespace Lawyers.Hub.Infrastructure.Printing;

/// <summary>A typeface at a size.</summary>
internal sealed record Letters(TypeFace Face, double Size)
{
    public static Letters Body(double size = 9) => new(TypeFace.Sans, size);

    public static Letters Bold(double size = 9) => new(TypeFace.SansBold, size);

    public static Letters Italic(double size = 9) => new(TypeFace.SansItalic, size);

    public static Letters Letterhead(double size) => new(TypeFace.SerifBold, size);

    public double Measure(string text) => Face.Measure(text, Size);
}

internal enum Align
{
    Left,
    Right,
}

/// <summary>A4 sheets with a pen that moves down, takes a new sheet at the bottom, and knows what stands on every sheet.</summary>
internal sealed class Paper
{
    public const double Left = 56;
    public const double Right = 539;
    public const double Width = Right - Left;

    public static readonly Ink Text = new(0x1B, 0x24, 0x30);
    public static readonly Ink Accent = new(0x1F, 0x3A, 0x5F);
    public static readonly Ink Quiet = new(0x5E, 0x68, 0x75);
    public static readonly Ink Hairline = new(0xD5, 0xDA, 0xE1);
    public static readonly Ink Tint = new(0xF3, 0xF5, 0xF8);

    private const double Top = 56;
    private const double Bottom = 772;
    private const double Foot = 806;

    private static readonly Ink Watermark = new(0xE9, 0xEC, 0xF0);

    private readonly PdfFile _file;
    private readonly string? _watermark;
    private readonly Action<Paper> _onNextSheet;
    private Sheet _sheet;

    /// <param name="watermark">Written across every sheet, under the text.</param>
    /// <param name="onNextSheet">Draws the head of every sheet but the first.</param>
    public Paper(PdfFile file, string? watermark, Action<Paper> onNextSheet)
    {
        (_file, _watermark, _onNextSheet) = (file, watermark, onNextSheet);
        _sheet = NextSheet();
    }

    public double Y { get; private set; }

    /// <summary>Makes sure that so much fits below the pen, on a new sheet if need be.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom)
        {
            _sheet = NextSheet();
            _onNextSheet(this);
        }
    }

    public void Down(double points) => Y += points;

    public void Write(string text, Letters letters, Ink ink, double x = Left, double width = Width, Align align = Align.Left) =>
        Write(_sheet, text, letters, ink, x, width, align, Y);

    public void Rule(Ink ink, double thickness, double from = Left, double to = Right) => _sheet.Line(from, to, Y, thickness, ink);

    public void Fill(Ink ink, double height, double from = Left, double to = Right) => _sheet.Fill(from, Y, to - from, height, ink);

    /// <summary>The text in lines that fit the width; a word that is too long is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, Letters letters, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Broken(word, letters, width)))
        {
            if (line.Length > 0 && letters.Measure($"{line} {word}") > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length == 0 ? word : $" {word}");
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>Writes the foot of every sheet, now that it is known how many there are.</summary>
    public void Finish(string left)
    {
        for (var number = 1; number <= _file.Sheets.Count; number++)
        {
            var sheet = _file.Sheets[number - 1];
            sheet.Line(Left, Right, Foot - 8, 0.5, Hairline);
            Write(sheet, left, Letters.Body(7.5), Quiet, Left, Width, Align.Left, Foot);
            Write(sheet, $"Halaman {number} dari {_file.Sheets.Count}", Letters.Body(7.5), Quiet, Left, Width, Align.Right, Foot);
        }
    }

    private static void Write(Sheet sheet, string text, Letters letters, Ink ink, double x, double width, Align align, double top) => sheet.Text(
        text, letters.Face, letters.Size, ink,
        align == Align.Left ? x : x + width - letters.Measure(text),
        top + (letters.Face.Ascent * letters.Size / 1000));

    private static IEnumerable<string> Broken(string word, Letters letters, double width)
    {
        var part = new StringBuilder();
        foreach (var letter in word.EnumerateRunes())
        {
            if (part.Length > 0 && letters.Measure($"{part}{letter}") > width)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(letter);
        }

        yield return part.ToString();
    }

    private Sheet NextSheet()
    {
        var sheet = _file.Add();
        if (_watermark is not null)
        {
            sheet.Slanted(_watermark, TypeFace.SansBold, 118, Watermark, degrees: 55);
        }

        Y = Top;
        return sheet;
    }
}
