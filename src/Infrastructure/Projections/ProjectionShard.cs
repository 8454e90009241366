using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Folds events into one projection's documents: loaded in one query, written with the checkpoint in one transaction.</summary>
internal sealed class ProjectionShard(RegisteredProjection projection, DocumentStore documents, Checkpoints checkpoints) : IShard
{
    private readonly LazyCheckpoint _lazy = new(projection.Table.Projection, checkpoints);

    public string Name => projection.Table.Projection;

    public bool StartsFromNow => false;

    public async Task<Position> Take(Position stored, IReadOnlyList<FeedItem> items, CancellationToken cancellationToken)
    {
        var folding = new Folding(projection);
        var readable = folding.Sort(items);
        await documents.Load(folding.Documents, projection, cancellationToken);
        var folded = folding.Fold(readable);
        if (folding.Changed.Count > 0)
        {
            stored = await Write(folding.Changed, stored, items[folded - 1].Position, cancellationToken);
        }
        else if (folded > 0)
        {
            stored = await _lazy.Move(stored, items[folded - 1].Position, cancellationToken);
        }

        return folding.Poison is { } poison ? throw poison : stored;
    }

    private async Task<Position> Write(IReadOnlyCollection<Document> changed, Position stored, Position reached, CancellationToken cancellationToken)
    {
        try
        {
            await documents.Write(changed, projection, Checkpoints.Moving(Name, stored, reached), cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new ShardStoppedException(null, FailureReason.Of(e), e);
        }

        _lazy.Moved();
        return reached;
    }
}
