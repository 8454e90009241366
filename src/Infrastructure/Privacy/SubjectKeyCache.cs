using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>
/// Unwrapped keys for the serialiser, few and not for long: a key destroyed by another node is used here for a minute at most. An entry
/// counts as fresh for half of its life only, so that what was just asked for cannot run out while it is used.
/// </summary>
internal sealed class SubjectKeyCache(TimeProvider clock, int capacity = 20_000)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<DataSubjectId, Entry> _entries = new();

    public bool IsFresh(DataSubjectId subject) =>
        _entries.TryGetValue(subject, out var entry) && entry.Key is not null && clock.GetUtcNow() - entry.At < Life / 2;

    /// <summary>Also remembers that there is none.</summary>
    public SubjectKey? Find(DataSubjectId subject) =>
        _entries.TryGetValue(subject, out var entry) && clock.GetUtcNow() - entry.At < Life ? entry.Key : null;

    public void Put(DataSubjectId subject, SubjectKey? key)
    {
        _entries[subject] = new(key, clock.GetUtcNow());
        if (_entries.Count > capacity)
        {
            MakeRoom();
        }
    }

    internal int Count => _entries.Count;

    private void MakeRoom()
    {
        var byAge = _entries.OrderBy(entry => entry.Value.At).ToArray();
        foreach (var oldest in byAge.Take(byAge.Length / 4))
        {
            _entries.TryRemove(oldest);
        }
    }

    private sealed record Entry(SubjectKey? Key, DateTimeOffset At);
}
