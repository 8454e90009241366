using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Walks events ordered by stream and version and names every place where a chain does not hold.</summary>
internal sealed class ChainVerifier
{
    private readonly List<ChainBreak> _breaks = [];
    private (Guid Id, string Type, long Version)? _stream;
    private EventRow? _last;
    private long _events;
    private long _streams;

    /// <summary>The stream that the next events belong to, and the version its record claims.</summary>
    public void Enter(Guid id, string type, long version)
    {
        if (_stream?.Id == id)
        {
            return;
        }

        Leave();
        _streams++;
        _stream = (id, type, version);
    }

    public void Take(EventRow row)
    {
        _events++;
        var expected = (_last?.Version ?? 0) + 1;
        if (row.Version != expected)
        {
            Report(row.Version, row.Position.Sequence, row.Version == expected + 1
                ? $"Version {expected} is missing."
                : $"Versions {expected} to {row.Version - 1} are missing.");
        }
        else if (row.Hash is null)
        {
            Report(row.Version, row.Position.Sequence, "The event carries no hash: another program wrote it.");
        }
        else if (!row.Hash.AsSpan().SequenceEqual(EntryHasher.Chain(_last?.Hash is { } before ? new Digest(before) : null, new Digest(row.Chained.BodyHash()), row.At).ToArray()))
        {
            Report(row.Version, row.Position.Sequence, "The event is not what was recorded: its hash does not match.");
        }

        if (_last is not null && (row.Position.Sequence <= _last.Position.Sequence || row.At < _last.At))
        {
            Report(row.Version, row.Position.Sequence, "The event is out of order: its sequence or time lies before that of the version below it.");
        }

        _last = row;
    }

    public ChainVerification Finish()
    {
        Leave();
        return new(_events, _streams, _breaks);
    }

    private void Leave()
    {
        if (_stream is { } stream && stream.Version != (_last?.Version ?? 0))
        {
            Report(_last?.Version ?? 0, _last?.Position.Sequence, $"The stream ends here, but its record says version {stream.Version}.");
        }

        _last = null;
    }

    private void Report(long version, long? sequence, string problem) =>
        _breaks.Add(new(_stream!.Value.Id, _stream.Value.Type, version, sequence, problem));
}
