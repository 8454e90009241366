using System.Diagnostics;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Keeps one projection's live slot up to date.</summary>
internal sealed class ProjectionShard(RegisteredProjection projection, ProjectionFold fold, Checkpoints checkpoints) : IShard
{
    private static readonly TimeSpan WhenQuiet = TimeSpan.FromSeconds(1);

    // A lone event is folded at once. Where more follow, a batch for every few of them would cost two round trips each, in every projection,
    // and take the processors from whoever answers a client; while much happens, a page that is a tenth of a second older is none the worse.
    private const int Many = 8;
    private static readonly TimeSpan AfterFew = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterMany = TimeSpan.FromMilliseconds(100);

    private readonly LazyCheckpoint _lazy = new(projection.Table.Projection, checkpoints);

    public string Name => projection.Table.Projection;

    public int Version => projection.Version;

    public bool StartsFromNow => false;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        var stored = await checkpoints.Read(Name, cancellationToken);
        await using var batches = new BatchesAhead(feed, stored.Reached, cancellationToken);
        var (began, least) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        for (var taken = stored.Reached; ;)
        {
            if (least - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, cancellationToken);
            }

            var next = batches.Next();
            if (stored.Reached != taken && await Task.WhenAny(next, Task.Delay(WhenQuiet, cancellationToken)) != next)
            {
                await checkpoints.Move(Name, stored, taken, cancellationToken);
                stored = stored with { Reached = taken };
            }

            var items = await next;
            taken = items[^1].Position;
            (began, least) = (Stopwatch.GetTimestamp(), Rest(items.Count));
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

    private static TimeSpan Rest(int events) => events switch
    {
        BatchesAhead.Size => TimeSpan.Zero, // what lies behind is caught up with
        >= Many => AfterMany,
        _ => AfterFew,
    };
}
