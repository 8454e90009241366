using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Printing;

/// <summary>A colour of ink, red, green and blue from 0 to 255.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink White = new(255, 255, 255);
}

/// <summary>One A4 page of drawing orders. Measures are points from the upper left corner.</summary>
internal sealed class Sheet(PdfFile file)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _orders = new();

    internal byte[] Orders => Encoding.ASCII.GetBytes(_orders.ToString());

    /// <param name="baseline">Where the letters stand.</param>
    public void Text(string text, TypeFace face, double size, Ink ink, double x, double baseline) =>
        Write(text, face, size, ink, $"1 0 0 1 {N(x)} {N(Height - baseline)}");

    /// <summary>Text across the page, turned to the left around its middle.</summary>
    public void Slanted(string text, TypeFace face, double size, Ink ink, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (along, above) = (face.Measure(text, size) / 2, size * 0.35);
        var x = (Width / 2) - (along * cos) + (above * sin);
        var y = (Height / 2) - (along * sin) - (above * cos);
        Write(text, face, size, ink, $"{N(cos)} {N(sin)} {N(-sin)} {N(cos)} {N(x)} {N(y)}");
    }

    public void Line(double fromX, double toX, double y, double thickness, Ink ink) =>
        _orders.Append(CultureInfo.InvariantCulture, $"{Colour(ink)} RG {N(thickness)} w {N(fromX)} {N(Height - y)} m {N(toX)} {N(Height - y)} l S\n");

    public void Fill(double x, double y, double width, double height, Ink ink) =>
        _orders.Append(CultureInfo.InvariantCulture, $"{Colour(ink)} rg {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");

    private void Write(string text, TypeFace face, double size, Ink ink, string matrix)
    {
        var hex = string.Concat(text.EnumerateRunes().Select(character => file.Use(face, character).ToString("X4", CultureInfo.InvariantCulture)));
        _orders.Append(CultureInfo.InvariantCulture, $"BT {Colour(ink)} rg /{face.Name} {N(size)} Tf {matrix} Tm <{hex}> Tj ET\n");
    }

    private static string Colour(Ink ink) => $"{N(ink.Red / 255.0)} {N(ink.Green / 255.0)} {N(ink.Blue / 255.0)}";

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
