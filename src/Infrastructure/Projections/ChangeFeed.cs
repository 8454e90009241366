using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Fans the changes that this process hears of out to those who watch a tenant.</summary>
public sealed class ChangeFeed : IChangeFeed
{
    // A reader that falls this far behind misses the oldest and reloads what it shows anyway.
    private const int Waiting = 256;

    private readonly ConcurrentDictionary<Channel<Change>, TenantId> _readers = new();

    /// <summary>For parts of this process that serve every tenant.</summary>
    internal event Action<Change>? Published;

    public async IAsyncEnumerable<Change> Subscribe(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _readers.TryAdd(channel, tenant);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            _readers.TryRemove(channel, out _);
        }
    }

    internal void Publish(Change change)
    {
        Published?.Invoke(change);
        if (change.View.StartsWith(ReadTable.NotForPages, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (channel, tenant) in _readers)
        {
            if (tenant == change.Tenant)
            {
                channel.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>Notices may have been missed.</summary>
    internal void Interrupted()
    {
        foreach (var (channel, tenant) in _readers)
        {
            channel.Writer.TryWrite(new Change(tenant, Change.Everything, []));
        }
    }
}
