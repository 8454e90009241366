using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>
/// Which lanes this worker holds and may still trust to be its own. Time is counted from before the database was asked, on the process's
/// own clock and with a margin, so that a worker that was paused stops before another one begins. Each claim is a <see cref="Lane"/> of its
/// own, told apart by reference: a lane that was just closed may be claimed again before the work on it has returned.
/// </summary>
internal sealed class Lease(TimeSpan length)
{
    private readonly ConcurrentDictionary<Lane, long> _held = new(ReferenceEqualityComparer.Instance);
    private readonly TimeSpan _trusted = length * 0.8;

    public IReadOnlyCollection<Lane> Held => [.. _held.Keys];

    /// <param name="lanes">Equal to those that are held.</param>
    /// <param name="askedAt">Before the database was asked.</param>
    public void Extend(IEnumerable<Lane> lanes, long askedAt)
    {
        var renewed = lanes.ToHashSet();
        foreach (var (lane, since) in _held.Where(held => renewed.Contains(held.Key)))
        {
            _held.TryUpdate(lane, askedAt, since);
        }
    }

    public void Take(Lane lane, long askedAt)
    {
        foreach (var earlier in _held.Keys.Where(lane.Equals))
        {
            _held.TryRemove(earlier, out _);
        }

        _held[lane] = askedAt;
    }

    public void Drop(Lane lane) => _held.TryRemove(lane, out _);

    public bool Holds(Lane lane) => _held.TryGetValue(lane, out var since) && Stopwatch.GetElapsedTime(since) < _trusted;
}
