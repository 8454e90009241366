namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>Meta retries at once and then ever more rarely; here the steps are short enough to watch.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int failures) => failures switch
    {
        0 => TimeSpan.Zero,
        > 6 => Longest,
        _ => TimeSpan.FromSeconds(1 << (failures - 1)),
    };
}
