using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>How much one channel may deliver, so that a number gone wild costs its own firm only. All that goes into quarantine is one channel here.</summary>
public sealed class ChannelLimits(WhatsAppOptions options) : IDisposable
{
    private static readonly ChannelId Quarantine = new(Guid.Empty);

    private readonly RequestBuckets<ChannelId> _buckets = new(options.ChannelRequestsPerSecond);

    /// <param name="channels">Of one delivery, which counts once for each.</param>
    /// <param name="hasStrays">Whether part of it belongs to no channel.</param>
    internal bool Admit(IEnumerable<RegisteredChannel> channels, bool hasStrays) =>
        channels.Select(channel => channel.Id).Distinct().All(_buckets.Admit) && (!hasStrays || _buckets.Admit(Quarantine));

    internal bool Admit(RegisteredChannel channel) => _buckets.Admit(channel.Id);

    public void Dispose() => _buckets.Dispose();
}
