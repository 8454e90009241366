using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Every opening of a matter against the search of its parties before it.</summary>
internal sealed class ConflictBeforeMatter : Judge
{
    private readonly Dictionary<Guid, Searched> _searched = [];
    private long _opened;
    private long _waived;
    private long _unsearched;
    private long _undecided;

    public override IReadOnlyList<string> Types => ["conflict_check_run", "conflict_check_decided", "matter_opened"];

    public override EventFilter Reads(EventFilter asked) => base.Reads(asked) with { Stream = asked.Stream };

    public override void Take(StoredEvent stored)
    {
        switch (stored.Type)
        {
            case "conflict_check_run":
                _searched[stored.StreamId] = Facts.Of(stored).Items(nameof(ConflictCheckRun.Hits)).Count == 0 ? Searched.Clear : Searched.Hits;
                break;
            case "conflict_check_decided":
                Decided(stored);
                break;
            default:
                Opened(stored);
                break;
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_unsearched + _undecided == 0,
        [
            new("matters_opened", _opened), new("opened_without_check", _unsearched), new("opened_with_undecided_hits", _undecided), new("hits_waived", _waived),
        ]);

    private void Decided(StoredEvent stored)
    {
        if (_searched.GetValueOrDefault(stored.StreamId) != Searched.Hits)
        {
            return;
        }

        _searched[stored.StreamId] = Searched.Decided;
        if (IsAsked(stored) && Facts.Of(stored).Text(nameof(ConflictCheckDecided.Decision)) == nameof(ConflictDecision.Waived))
        {
            _waived++;
            Find(Finding.Of("hit_waived", stored));
        }
    }

    private void Opened(StoredEvent stored)
    {
        if (!IsAsked(stored))
        {
            return;
        }

        _opened++;
        switch (_searched.GetValueOrDefault(stored.StreamId))
        {
            case Searched.Not:
                _unsearched++;
                Find(Finding.Of("opened_without_check", stored));
                break;
            case Searched.Hits:
                _undecided++;
                Find(Finding.Of("opened_with_undecided_hits", stored));
                break;
        }
    }

    private enum Searched
    {
        Not,
        Clear,
        Hits,
        Decided,
    }
}
