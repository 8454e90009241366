using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Folds a batch of events into one projection's documents: loaded in one query, written with the checkpoint in one transaction.</summary>
internal sealed class ProjectionFold(RegisteredProjection projection, DocumentStore documents)
{
    /// <returns>Where the checkpoint stands now: where it stood, if no document changed.</returns>
    /// <exception cref="ShardStoppedException">An event cannot be folded; those before it are.</exception>
    public async Task<Checkpoint> Take(string shard, Checkpoint stored, IReadOnlyList<FeedItem> items, CancellationToken cancellationToken)
    {
        var folding = new Folding(projection);
        var readable = folding.Sort(items);
        await documents.Load(folding.Documents, projection, stored.Slot, cancellationToken);
        var folded = folding.Fold(readable);
        if (folding.Changed.Count > 0)
        {
            var reached = items[folded - 1].Position;
            await Write(folding.Changed, stored.Slot, Checkpoints.Moving(shard, stored, reached), cancellationToken);
            stored = stored with { Reached = reached };
        }

        return folding.Poison is { } poison ? throw poison : stored;
    }

    private async Task Write(IReadOnlyCollection<Document> changed, short slot, NpgsqlBatchCommand checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            await documents.Write(changed, projection, slot, checkpoint, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new ShardStoppedException(null, FailureReason.Of(e), e);
        }
    }
}
