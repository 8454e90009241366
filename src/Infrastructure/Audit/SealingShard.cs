using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>Seals what is new about once a second, on one node at a time as every shard; a firm without new events gets no new checkpoint.</summary>
internal sealed class SealingShard(Sealer sealer, Checkpoints checkpoints, CrossTenantReading database, TimeProvider clock) : IShard
{
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(1);

    public string Name => LedgerRegistration.ShardName;

    public int Version => 1;

    public bool StartsFromNow => false;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        var stored = await checkpoints.Read(Name, cancellationToken);
        var trees = new SealedTrees(database);
        while (true)
        {
            await feed.Next(stored.Reached, 1, cancellationToken);
            int count;
            do
            {
                (stored, count) = await sealer.Seal(Name, stored, trees, cancellationToken);
            }
            while (count == Sealer.AtOnce);

            await Task.Delay(BetweenCheckpoints, clock, cancellationToken);
        }
    }
}
