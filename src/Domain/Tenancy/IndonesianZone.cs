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

    public static DateOnly DateOf(this IndonesianZone zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours((int)zone)).DateTime);

    /// <summary><c>21 November 2026</c>, as letters and invoices have it.</summary>
    public static string InWords(DateOnly day) => FormattableString.Invariant($"{day.Day} {Months[day.Month - 1]} {day.Year}");
}
