using System.Net;
using System.Threading.RateLimiting;

namespace Lawyers.Hub.Web.Webhook;

/// <summary>A bucket of requests per source address, refilled ten times a second.</summary>
internal sealed class SourceLimits(int requestsPerSecond) : IDisposable
{
    private const int RefillsPerSecond = 10;

    private readonly PartitionedRateLimiter<IPAddress> _buckets = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        source => RateLimitPartition.GetTokenBucketLimiter(source, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = requestsPerSecond,
            TokensPerPeriod = Math.Max(1, requestsPerSecond / RefillsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / RefillsPerSecond),
            QueueLimit = 0,
        }));

    public bool Admit(IPAddress? source)
    {
        using var lease = _buckets.AttemptAcquire(source ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _buckets.Dispose();
}
