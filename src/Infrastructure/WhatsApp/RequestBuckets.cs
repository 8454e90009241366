using System.Threading.RateLimiting;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>A bucket of requests per key, refilled ten times a second; on each node its own.</summary>
public sealed class RequestBuckets<TKey>(int requestsPerSecond) : IDisposable
    where TKey : notnull
{
    private const int RefillsPerSecond = 10;

    private readonly PartitionedRateLimiter<TKey> _buckets = PartitionedRateLimiter.Create<TKey, TKey>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = requestsPerSecond,
            TokensPerPeriod = Math.Max(1, requestsPerSecond / RefillsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / RefillsPerSecond),
            QueueLimit = 0,
        }));

    public bool Admit(TKey key)
    {
        using var lease = _buckets.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => _buckets.Dispose();
}
