using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Folds events into one projection's documents: loaded in one query, written with the checkpoint in one transaction.</summary>
internal sealed class ProjectionShard(RegisteredProjection projection, DocumentStore documents, Checkpoints checkpoints) : IShard
{
    private const int BatchSize = 500;

    private static readonly TimeSpan WhenQuiet = TimeSpan.FromSeconds(1);

    private readonly LazyCheckpoint _lazy = new(projection.Table.Projection, checkpoints);

    public string Name => projection.Table.Projection;

    public bool StartsFromNow => false;

    public async Task Follow(EventFeed feed, Position stored, CancellationToken cancellationToken)
    {
        var taken = stored;
        while (true)
        {
            var next = feed.Next(taken, BatchSize, cancellationToken);
            if (stored != taken && await Task.WhenAny(next, Task.Delay(WhenQuiet, cancellationToken)) != next)
            {
                await checkpoints.Move(Name, stored, taken, cancellationToken);
                stored = taken;
            }

            var items = await next;
            stored = await Take(stored, items, cancellationToken);
            taken = items[^1].Position;
        }
    }

    // The answer is the checkpoint as it is stored now, which may lie behind the last event.
    private async Task<Position> Take(Position stored, IReadOnlyList<FeedItem> items, CancellationToken cancellationToken)
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
