using System.Globalization;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>Indonesian figures and dates, spelt here because the runtime carries no culture data.</summary>
public static class IndonesianText
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    public static string Figure(decimal figure) => figure.ToString("#,0.##########", Numbers);

    public static string Rupiah(long amount) => $"Rp{amount.ToString("#,0", Numbers)}";

    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>Time of day with a point, in the zone's own name.</summary>
    public static string Time(DateTimeOffset instant, TimeSpan offset) =>
        $"{instant.ToOffset(offset).ToString("HH.mm", CultureInfo.InvariantCulture)} {Zone(offset)}".TrimEnd();

    public static string Zone(TimeSpan offset) => offset.TotalHours switch
    {
        7 => "WIB",
        8 => "WITA",
        9 => "WIT",
        _ => "",
    };
}
