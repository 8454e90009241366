using System.Diagnostics;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Events that changed nothing need not be remembered one by one: reading them again does no harm, so once a second is enough.</summary>
internal sealed class LazyCheckpoint(string name, Checkpoints checkpoints)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    private long _moved = Stopwatch.GetTimestamp();

    public async Task<Checkpoint> Move(Checkpoint stored, Position reached, CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(_moved) < Enough)
        {
            return stored;
        }

        await checkpoints.Move(name, stored, reached, cancellationToken);
        Moved();
        return stored with { Reached = reached };
    }

    public void Moved() => _moved = Stopwatch.GetTimestamp();
}
