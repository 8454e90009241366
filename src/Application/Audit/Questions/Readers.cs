using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Who read, how often, and when last.</summary>
internal sealed class Readers : Judge
{
    private readonly Dictionary<string, (StoredEvent Last, long Count)> _readers = [];

    public override IReadOnlyList<string> Types => ["content_read", "media_link_issued", "number_revealed"];

    public override EventFilter Reads(EventFilter asked) => base.Reads(asked) with { From = asked.From, Subject = asked.Subject, Actor = asked.Actor };

    public override void Take(StoredEvent stored) =>
        _readers[stored.Actor] = (stored, _readers.GetValueOrDefault(stored.Actor).Count + 1);

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude()
    {
        foreach (var (last, count) in _readers.Values.OrderByDescending(reader => reader.Count))
        {
            Find(Finding.Of("reader", last) with { Reason = null, Count = count });
        }

        return (null, [new("readers", _readers.Count), new("readings", _readers.Values.Sum(reader => reader.Count))]);
    }
}
