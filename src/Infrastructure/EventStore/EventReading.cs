using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Turns stored rows into events: upcast, opened with the keys of their subjects.</summary>
public sealed class EventReading(EventCatalog catalog, StoredJson json)
{
    internal async Task<IReadOnlyList<EventEnvelope>> Open(TenantId tenant, IReadOnlyCollection<EventRow> rows, CancellationToken cancellationToken)
    {
        await json.LoadKeys(tenant, rows.Select(row => row.Data), cancellationToken);
        return [.. rows.Select(Open)];
    }

    /// <summary>The keys of the row's subjects must be at hand.</summary>
    internal EventEnvelope Open(EventRow row) => new(
        row.Position.Sequence, row.EventId, row.Stream, row.Version, row.Type, Read(row.Type, row.Data), row.At, Actor.Stored(row.Actor),
        row.Reason, row.CorrelationId, row.CausationId, row.Subject is { } subject ? new DataSubjectId(subject) : null, row.Hash);

    /// <summary>The keys of the row's subjects must be at hand.</summary>
    internal EventEnvelope Open(StreamId stream, StreamRow row) => row.Envelope(stream, Read(row.Type, row.Data));

    /// <summary>The keys of the rows' subjects must be at hand. The first row is the snapshot, where there is one.</summary>
    internal StreamTail OpenTail(TailOf asked, IReadOnlyList<StreamRow> rows) => asked.Shape is { } shape && rows is [{ IsSnapshot: true } kept, ..]
        ? new(new Snapshot(shape, kept.Version, json.ReadSnapshot(kept.Data, shape.State)), [.. rows.Skip(1).Select(row => Open(asked.Stream, row))])
        : new(null, [.. rows.Select(row => Open(asked.Stream, row))]);

    internal Task LoadKeys(TenantId tenant, IEnumerable<StreamRow> rows, CancellationToken cancellationToken) =>
        json.LoadKeys(tenant, rows.Select(row => row.Data), cancellationToken);

    internal Task LoadKeys(TenantId tenant, IEnumerable<EventRow> rows, CancellationToken cancellationToken) =>
        json.LoadKeys(tenant, rows.Select(row => row.Data), cancellationToken);

    private IDomainEvent Read(string name, byte[] data)
    {
        if (catalog.TypeOfCurrent(name) is { } current)
        {
            return (IDomainEvent)json.Read(data, current);
        }

        var (type, body) = catalog.Read(name, Encoding.UTF8.GetString(data));
        return (IDomainEvent)json.Read(body, type);
    }
}
