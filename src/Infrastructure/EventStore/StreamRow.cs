using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A row of a stream that is known already, as it is stored: an event, or the snapshot before it.</summary>
/// <param name="Sequence">Of the event; 0 of a snapshot.</param>
/// <param name="Type">The event's stored name; the snapshot's shape.</param>
/// <param name="Data">The body's JSON in UTF-8.</param>
internal sealed record StreamRow(
    long Sequence, Guid EventId, long Version, string Type, byte[] Data, DateTime At, string Actor, string? Reason, string? Correlation,
    string? Causation, Guid? Subject, byte[]? Hash)
{
    public const string OfEvent =
        """
        e.seq_id, e.id, e.version, e.type, e.data, e.timestamp, e.actor, e.headers ->> 'reason', e.correlation_id, e.causation_id, e.subject_id, e.hash
        """;

    /// <summary>A snapshot in the columns of <see cref="OfEvent"/>.</summary>
    public const string OfSnapshot =
        """
        null::bigint, null::uuid, version, shape, data, null::timestamptz, null, null, null, null, null::uuid, null::bytea
        """;

    public bool IsSnapshot => Sequence == 0;

    public static StreamRow Read(NpgsqlDataReader reader) => reader.IsDBNull(0)
        ? new(0, default, reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4), default, "", null, null, null, null, null)
        : new(
            reader.GetInt64(0),
            reader.GetGuid(1),
            reader.GetInt64(2),
            reader.GetString(3),
            reader.GetFieldValue<byte[]>(4),
            reader.GetDateTime(5),
            Text(reader, 6) ?? EventRow.UnknownActor,
            Text(reader, 7),
            Text(reader, 8),
            Text(reader, 9),
            reader.IsDBNull(10) ? null : reader.GetGuid(10),
            reader.IsDBNull(11) ? null : reader.GetFieldValue<byte[]>(11));

    public EventEnvelope Envelope(StreamId stream, IDomainEvent @event) => new(
        Sequence, EventId, stream, Version, Type, @event, new DateTimeOffset(At, TimeSpan.Zero), Domain.Tenancy.Actor.Stored(Actor), Reason,
        GuidOf(Correlation) ?? Guid.Empty, GuidOf(Causation), Subject is { } subject ? new DataSubjectId(subject) : null, Hash);

    private static Guid? GuidOf(string? text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
