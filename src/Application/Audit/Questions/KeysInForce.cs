using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>
/// How old the sealing key was at the end of the period, or is now, and every rotation on the way. The key itself is asked, not the events
/// alone: it seals for the whole installation, and one that was never rotated left no event.
/// </summary>
/// <param name="keys">All that sealed so far, oldest first: the newest is in force until the next.</param>
internal sealed class KeysInForce(IReadOnlyList<PublishedKey> keys, DateTimeOffset now) : Judge
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private long _rotations;

    public override IReadOnlyList<string> Types => ["key_rotated"];

    public override void Take(StoredEvent stored)
    {
        if (!IsAsked(stored))
        {
            return;
        }

        _rotations++;
        Find(Finding.Of("key_rotated", stored));
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude()
    {
        var end = Asked.To is { } to && to < now ? to : now;
        var until = keys.Where(key => key.CreatedAt <= end).ToArray();
        if (until.Length == 0)
        {
            return (true, [new("rotations", _rotations), new("keys_too_old", 0)]);
        }

        var inForce = until[^1];
        var age = end - inForce.CreatedAt;
        var tooOld = age > Longest;
        Find(new Finding(
            tooOld ? "key_too_old" : "key_in_force", StreamId: null, StreamType: null, Sequence: null, inForce.CreatedAt, Actor: null, Reason: null,
            [inForce.Key.Id], Seconds: (long)age.TotalSeconds));
        return (!tooOld,
        [
            new("rotations", _rotations), new("keys_too_old", tooOld ? 1 : 0), new("age_seconds", (long)age.TotalSeconds),
            .. Overdue(until),
        ]);
    }

    // A key that was replaced too late is told, and no fault of today.
    private static Figure[] Overdue(PublishedKey[] keys)
    {
        var late = keys.Zip(keys.Skip(1)).Count(pair => pair.Second.CreatedAt - pair.First.CreatedAt > Longest);
        return late == 0 ? [] : [new("replaced_late", late)];
    }
}
