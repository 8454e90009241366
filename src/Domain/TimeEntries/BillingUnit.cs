namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>Time is billed in tenths of an hour, rounded up once per entry and never per message.</summary>
public static class BillingUnit
{
    public const int Minutes = 6;

    public const int LongestDay = 24 * 60;

    public static int RoundUp(int minutes) => (minutes + Minutes - 1) / Minutes * Minutes;

    public static int Units(int minutes) => RoundUp(minutes) / Minutes;
}
