using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Folds a projection anew into the slot that is not live, readers undisturbed, and takes the live one's place once it is as far. After a
/// crash it goes on where its checkpoint says.
/// </summary>
internal sealed class RebuildShard(RegisteredProjection projection, ProjectionFold fold, DocumentStore documents, Rebuilds rebuilds, Checkpoints checkpoints) : IShard
{
    public string Name => Rebuilds.NameOf(projection.Table.Projection);

    public int Version => projection.Version;

    public bool StartsFromNow => false;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        if (await rebuilds.FreeSlot(projection, cancellationToken) is { } free)
        {
            await documents.Clear(projection.Table, free, cancellationToken);
            await rebuilds.Begin(projection, free, cancellationToken);
        }

        var stored = await checkpoints.Read(Name, cancellationToken);
        await using var batches = new BatchesAhead(feed, stored.Reached, cancellationToken);
        while (!await rebuilds.TakePlace(projection, cancellationToken))
        {
            var items = await batches.Next();
            var moved = await fold.Take(Name, stored, items, cancellationToken);
            if (moved.Reached != items[^1].Position)
            {
                await checkpoints.Move(Name, moved, items[^1].Position, cancellationToken);
            }

            stored = moved with { Reached = items[^1].Position };
        }

        await documents.Clear(projection.Table, (short)(1 - stored.Slot), cancellationToken);
    }
}
