using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Keeps one projection's live slot up to date.</summary>
internal sealed class ProjectionShard(RegisteredProjection projection, ProjectionFold fold, Checkpoints checkpoints) : IShard
{
    private static readonly TimeSpan WhenQuiet = TimeSpan.FromSeconds(1);

    private readonly LazyCheckpoint _lazy = new(projection.Table.Projection, checkpoints);

    public string Name => projection.Table.Projection;

    public int Version => projection.Version;

    public bool StartsFromNow => false;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        var stored = await checkpoints.Read(Name, cancellationToken);
        await using var batches = new BatchesAhead(feed, stored.Reached, cancellationToken);
        for (var taken = stored.Reached; ;)
        {
            var next = batches.Next();
            if (stored.Reached != taken && await Task.WhenAny(next, Task.Delay(WhenQuiet, cancellationToken)) != next)
            {
                await checkpoints.Move(Name, stored, taken, cancellationToken);
                stored = stored with { Reached = taken };
            }

            var items = await next;
            taken = items[^1].Position;
            var moved = await fold.Take(Name, stored, items, cancellationToken);
            if (moved == stored)
            {
                stored = await _lazy.Move(stored, taken, cancellationToken);
            }
            else
            {
                stored = moved;
                _lazy.Moved();
            }
        }
    }
}
