using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Every billing of a time entry against what went before in its stream.</summary>
internal sealed class BilledTime : Judge
{
    private readonly HashSet<Guid> _approved = [];
    private readonly Dictionary<Guid, Guid> _invoices = [];
    private long _billed;
    private long _unapproved;
    private long _twice;

    public override IReadOnlyList<string> Types => ["time_entry_approved", "time_entry_billed", "time_entry_released", "time_entry_reversed"];

    public override EventFilter Reads(EventFilter asked) => base.Reads(asked) with { Stream = asked.Stream, Subject = asked.Subject };

    public override void Take(StoredEvent stored)
    {
        switch (stored.Type)
        {
            case "time_entry_approved":
                _approved.Add(stored.StreamId);
                break;
            case "time_entry_released":
                _invoices.Remove(stored.StreamId);
                break;
            case "time_entry_reversed":
                _approved.Remove(stored.StreamId);
                _invoices.Remove(stored.StreamId);
                break;
            default:
                Billed(stored, Facts.Of(stored).Id(nameof(TimeEntryBilled.Invoice)) ?? Guid.Empty);
                break;
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_unapproved + _twice == 0, [new("billed", _billed), new("billed_without_approval", _unapproved), new("billed_twice", _twice)]);

    private void Billed(StoredEvent stored, Guid invoice)
    {
        var asked = IsAsked(stored);
        _billed += asked ? 1 : 0;
        if (!_approved.Contains(stored.StreamId) && asked)
        {
            _unapproved++;
            Find(Finding.Of("billed_without_approval", stored));
        }

        if (!_invoices.TryAdd(stored.StreamId, invoice) && asked)
        {
            _twice++;
            Find(Finding.Of("billed_twice", stored));
        }
    }
}
