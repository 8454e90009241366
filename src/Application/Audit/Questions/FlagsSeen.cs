using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Every critical flag and the first thing that the firm did after it with that client's case.</summary>
internal sealed class FlagsSeen : Judge
{
    private readonly Dictionary<Guid, List<(StoredEvent Flag, TimeSpan Limit, string Name)>> _waiting = [];
    private readonly List<long> _seconds = [];
    private long _late;

    public override IReadOnlyList<string> Types =>
        ["flag_raised", "flag_cleared", "intake_reviewed", "content_read", "conversation_seen", "conversation_taken_over"];

    public override EventFilter Reads(EventFilter asked) => base.Reads(asked) with { Subject = asked.Subject };

    public override void Take(StoredEvent stored)
    {
        if (stored.Subject is not { } client)
        {
            return;
        }

        if (stored.Type == "flag_raised")
        {
            Raised(stored, client.Value);
        }
        else if (_waiting.ContainsKey(client.Value) && IsByTheFirm(stored) && IsLook(stored))
        {
            Seen(stored, client.Value);
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude()
    {
        var unseen = _waiting.Values.SelectMany(flags => flags).ToArray();
        foreach (var (flag, _, name) in unseen)
        {
            Find(Finding.Of("flag_not_seen", flag, name) with { Actor = null });
        }

        _seconds.Sort();
        return (unseen.Length == 0 && _late == 0,
        [
            new("critical_flags", _seconds.Count + unseen.Length), new("not_seen", unseen.Length), new("seen_late", _late),
            .. _seconds.Count == 0 ? Array.Empty<Figure>() : [new("median_seconds", _seconds[_seconds.Count / 2]), new("slowest_seconds", _seconds[^1])],
        ]);
    }

    private void Raised(StoredEvent stored, Guid client)
    {
        var facts = Facts.Of(stored);
        if (facts.Text(nameof(FlagRaised.Urgency)) != nameof(Urgency.Critical) || !IsAsked(stored))
        {
            return;
        }

        var limit = TimeSpan.Parse(facts.Text(nameof(FlagRaised.Sla))!, CultureInfo.InvariantCulture);
        if (!_waiting.TryGetValue(client, out var flags))
        {
            _waiting[client] = flags = [];
        }

        flags.Add((stored, limit, facts.Text(nameof(FlagRaised.Flag)) ?? string.Empty));
    }

    private void Seen(StoredEvent stored, Guid client)
    {
        foreach (var (flag, limit, name) in _waiting[client])
        {
            var took = stored.OccurredAt - flag.OccurredAt;
            _seconds.Add((long)took.TotalSeconds);
            _late += took > limit ? 1 : 0;
            Find(Finding.Of(took > limit ? "flag_seen_late" : "flag_seen", flag, name) with { Actor = stored.Actor, Seconds = (long)took.TotalSeconds });
        }

        _waiting.Remove(client);
    }

    // What was opened through the API with a token was opened by the firm as well; who holds a token, its events say.
    private static bool IsByTheFirm(StoredEvent stored) =>
        stored.Actor.StartsWith("staff:", StringComparison.Ordinal) || stored.Actor.StartsWith("token:", StringComparison.Ordinal);

    // A name or the beginning of words in a list is not yet a look at the case.
    private static bool IsLook(StoredEvent stored) => stored.Type != "content_read" || Facts.Of(stored).Items(nameof(ContentRead.Contents))
        .Any(content => content.Text(nameof(ContentSeen.Kind)) is nameof(ContentKind.Message) or nameof(ContentKind.Answers));
}
