using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A new event as it will be stored, but for what the database adds: time, hash and sequence.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Type">The stored name of its type.</param>
/// <param name="DotnetType">Its type as Marten writes it down.</param>
/// <param name="Data">JSON.</param>
/// <param name="BodyHash">SHA-256 of the canonical body, 32 bytes; see docs/audit-format.md.</param>
internal sealed record PreparedEvent(Guid Id, string Type, string DotnetType, string Data, byte[] BodyHash);

/// <summary>The new events of one stream, decided on <paramref name="ExpectedVersion"/>.</summary>
internal sealed record PreparedStream(StreamId Stream, long ExpectedVersion, IReadOnlyList<PreparedEvent> Events);

/// <summary>A unit of work on its way to the database. Made by its writer, so that what is shared among writers has only to carry it.</summary>
/// <param name="Provenance">Who, why and because of what.</param>
/// <param name="Headers">What of it Marten keeps as headers: JSON.</param>
/// <param name="Streams">In the order of the unit's appends; those without events are left out.</param>
internal sealed record PreparedUnit(Provenance Provenance, string Headers, IReadOnlyList<PreparedStream> Streams)
{
    /// <summary>States after its events, kept if they are stored.</summary>
    public IReadOnlyList<PreparedSnapshot> Snapshots { get; init; } = [];

    public bool IsEmpty => Streams.Count == 0;

    public TenantId Tenant => Streams[0].Stream.Tenant;

    public int EventCount { get; } = Streams.Sum(stream => stream.Events.Count);

    /// <summary>Of its events' bodies: how much of a call it fills.</summary>
    public long Characters { get; } = Streams.Sum(stream => stream.Events.Sum(@event => (long)@event.Data.Length));

    /// <exception cref="ArgumentException">It is of two tenants, or names a stream twice.</exception>
    public static PreparedUnit Of(UnitOfWork work, EventCatalog catalog, StoredJson json)
    {
        var streams = work.Appends.Where(append => append.Events.Count > 0).Select(append => Prepare(append, work.Provenance, catalog, json)).ToArray();
        if (streams.Select(stream => stream.Stream.Tenant).Distinct().Count() > 1)
        {
            throw new ArgumentException("A unit of work is of one tenant.", nameof(work));
        }

        if (streams.Select(stream => stream.Stream.Id).Distinct().Count() < streams.Length)
        {
            throw new ArgumentException("A unit of work appends to each stream once.", nameof(work));
        }

        return new(work.Provenance, HeadersOf(work.Provenance), streams);
    }

    private static PreparedStream Prepare(StreamAppend append, Provenance provenance, EventCatalog catalog, StoredJson json) => new(
        append.Stream, append.ExpectedVersion,
        [
            .. append.Events.Select((@event, i) =>
            {
                var type = @event.GetType();
                var id = Guid.CreateVersion7();
                var name = catalog.NameOf(type);
                var data = json.WriteEvent(@event);
                var body = new ChainedFields(
                    provenance.Actor.Text, provenance.Causation?.ToString("D"), provenance.Correlation.ToString("D"), data, id, provenance.Reason,
                    append.Stream.Id, append.Stream.Type, provenance.About?.Value, append.Stream.Tenant.ToString(), name, append.ExpectedVersion + i + 1);
                return new PreparedEvent(id, name, EventCatalog.DotnetNameOf(type), data, body.BodyHash());
            }),
        ]);

    private static string HeadersOf(Provenance provenance) => JsonSerializer.Serialize(
        provenance.Reason is { } reason
            ? new Dictionary<string, string> { ["actor"] = provenance.Actor.Text, ["reason"] = reason }
            : new Dictionary<string, string> { ["actor"] = provenance.Actor.Text });
}
