using System.Globalization;

namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>Money as it is written in Indonesia: <c>Rp1.234.567</c>.</summary>
public static class Rupiahs
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };

    public static string Text(Money money) => money.Rupiah < 0
        ? "-Rp" + Digits(money).TrimStart('-')
        : "Rp" + Digits(money);

    /// <summary>The grouped digits alone, for a column whose head says the currency.</summary>
    public static string Digits(Money money) => money.Rupiah.ToString("#,0", Indonesian);
}
