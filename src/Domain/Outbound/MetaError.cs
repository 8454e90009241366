namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What one code, or a range of them, means and asks for.</summary>
public sealed record MetaError(int From, int To, ErrorMeaning Meaning, RejectionClass Class, Remedy Remedy)
{
    /// <summary>How long to wait before the next attempt; for what is tried again at all.</summary>
    public Pauses Pause { get; init; } = Pauses.Seconds;

    /// <summary>Attempts before it counts as refused for good; the queue outlives any outage unless Meta's table says otherwise.</summary>
    public int? MostAttempts { get; init; }

    /// <summary>Every other message of the channel would hear the same: they wait until somebody has mended it.</summary>
    public bool StopsChannel { get; init; }

    /// <summary>Whether the same message is tried once more after <paramref name="attempts"/> of them.</summary>
    public bool IsTriedAgain(int attempts) =>
        (Class is RejectionClass.Transient or RejectionClass.Wait || StopsChannel) && !(attempts >= MostAttempts);
}

/// <summary>What Meta's error codes ask of the sender.</summary>
public enum RejectionClass
{
    /// <summary>Try the same message again after a pause.</summary>
    Transient,

    /// <summary>Wait for the stated time or condition.</summary>
    Wait,

    /// <summary>Never with this message.</summary>
    Permanent,

    /// <summary>The channel's configuration, credential or account: stop and alert.</summary>
    Configuration,
}

/// <summary>A pause that grows with each attempt, up to its end.</summary>
public sealed record Pauses(TimeSpan First, double Growth, TimeSpan Longest)
{
    public static readonly Pauses Seconds = new(TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(5));

    /// <summary>Meta's own words for one person too often: four to the power of the attempts.</summary>
    public static readonly Pauses Pair = new(TimeSpan.FromSeconds(1), 4, TimeSpan.FromMinutes(17));

    public static readonly Pauses Minutes = new(TimeSpan.FromMinutes(1), 2, TimeSpan.FromHours(1));

    public static readonly Pauses Hours = new(TimeSpan.FromHours(1), 3, TimeSpan.FromHours(9));

    public static readonly Pauses Day = new(TimeSpan.FromHours(24), 1, TimeSpan.FromHours(24));

    /// <param name="attempts">So far, 1 after the first.</param>
    public TimeSpan After(int attempts)
    {
        var pause = First * Math.Pow(Growth, Math.Min(attempts, 30) - 1);
        return pause < Longest ? pause : Longest;
    }
}
