using System.Collections.Concurrent;
using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// What this process last knew of some streams, so that of a stream it has just read or written only what came since is asked for. Never
/// believed by itself: every reading asks the database what lies behind it. Nothing personal is kept, so whoever is erased is not found here.
/// </summary>
internal sealed class StreamsAtHand
{
    /// <summary>A longer tail is not worth its memory: its stream has a snapshot soon, or is seldom decided on.</summary>
    private const int LongestTail = 8;

    // Two generations: what was not asked for during a whole one is forgotten.
    private const int Generation = 4_096;

    private volatile ConcurrentDictionary<StreamId, StreamTail> _young = new();
    private volatile ConcurrentDictionary<StreamId, StreamTail> _old = new();

    /// <summary>What may stand for the beginning of what is asked for.</summary>
    public StreamTail? Find(TailOf asked)
    {
        if (!_young.TryGetValue(asked.Stream, out var tail))
        {
            if (!_old.TryGetValue(asked.Stream, out tail))
            {
                return null;
            }

            Keep(asked.Stream, tail);
        }

        return tail.Snapshot is null || tail.Snapshot.Shape == asked.Shape ? tail : null;
    }

    /// <param name="stream">Whose.</param>
    /// <param name="tail">As it is stored, without anything personal.</param>
    public void Keep(StreamId stream, StreamTail tail)
    {
        if (tail.Version == 0 || tail.Events.Count > LongestTail)
        {
            return;
        }

        var young = _young;
        young.AddOrUpdate(stream, tail, (_, known) => known.Version > tail.Version ? known : tail);
        if (young.Count > Generation)
        {
            (_old, _young) = (young, new());
        }
    }
}
