using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>
/// Which lanes this worker holds and may still trust to be its own. Time is counted from before the database was asked, on the process's
/// own clock and with a margin, so that a worker that was paused stops before another one begins.
/// </summary>
internal sealed class Lease(TimeSpan length)
{
    private readonly ConcurrentDictionary<Lane, long> _held = new();
    private readonly TimeSpan _trusted = length * 0.8;

    public IReadOnlyCollection<Lane> Held => [.. _held.Keys];

    public void Extend(IEnumerable<Lane> lanes, long askedAt)
    {
        foreach (var lane in lanes)
        {
            if (_held.TryGetValue(lane, out var since))
            {
                _held.TryUpdate(lane, askedAt, since);
            }
        }
    }

    public void Take(Lane lane, long askedAt) => _held[lane] = askedAt;

    public void Drop(Lane lane) => _held.TryRemove(lane, out _);

    public bool Holds(Lane lane) => _held.TryGetValue(lane, out var since) && Stopwatch.GetElapsedTime(since) < _trusted;
}
