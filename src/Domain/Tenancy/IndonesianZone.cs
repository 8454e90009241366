namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>Indonesia's three times. None has summer time, so a fixed offset is exact and needs no time zone data on the machine.</summary>
public enum IndonesianZone
{
    /// <summary>Western, Asia/Jakarta.</summary>
    Wib = 7,

    /// <summary>Central, Asia/Makassar.</summary>
    Wita = 8,

    /// <summary>Eastern, Asia/Jayapura.</summary>
    Wit = 9,
}

public static class IndonesianTime
{
    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static DateOnly DateOf(this IndonesianZone zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours((int)zone)).DateTime);

    /// <summary><c>Senin, 23 November 2026, pukul 08.00 WIB</c>, or the same in English.</summary>
    public static string Moment(IndonesianZone zone, DateTimeOffset instant, string language)
    {
        var local = instant.ToOffset(TimeSpan.FromHours((int)zone));
        var time = FormattableString.Invariant($"{local.Hour:D2}.{local.Minute:D2} {zone.ToString().ToUpperInvariant()}");
        return language == "en"
            ? FormattableString.Invariant($"{local.DayOfWeek}, {local.Day} {EnglishMonths[local.Month - 1]} {local.Year}, at {time}")
            : $"{Days[(int)local.DayOfWeek]}, {InWords(DateOnly.FromDateTime(local.DateTime))}, pukul {time}";
    }

    /// <summary><c>21 November 2026</c>, as letters and invoices have it.</summary>
    public static string InWords(DateOnly day) => FormattableString.Invariant($"{day.Day} {Months[day.Month - 1]} {day.Year}");
}
