namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Where a lane rests that a broker cannot hold back: the same key under a topic of its own, in PostgreSQL.</summary>
internal static class RetryTopic
{
    private const string Suffix = "/retry";

    public static string Of(string topic) => topic + Suffix;

    public static string OriginOf(string topic) => topic.EndsWith(Suffix, StringComparison.Ordinal) ? topic[..^Suffix.Length] : topic;
}
