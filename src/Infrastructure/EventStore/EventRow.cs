using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A row of <c>mt_events</c> with its stream's type, as it is stored.</summary>
/// <param name="Data">The body's JSON in UTF-8.</param>
internal sealed record EventRow(
    Position Position, Guid EventId, StreamId Stream, long Version, string Type, byte[] Data, DateTimeOffset At, string Actor, string? Reason,
    string? Correlation, string? Causation, Guid? Subject, byte[]? Hash)
{
    public const string Columns = $"{BeforeStreamType}, s.type, {AfterStreamType}";

    /// <summary>The same for whoever learns the types of streams by another way.</summary>
    public const string ColumnsWithoutStreamType = $"{BeforeStreamType}, null::varchar, {AfterStreamType}";

    /// <summary>Who acted where another program wrote the row and did not say.</summary>
    public const string UnknownActor = "system:unknown";

    // The limit keeps the planner from reading all streams into a hash for the few events of a page.
    public const string WithStreamType =
        "left join lateral (select type from mt_streams where tenant_id = e.tenant_id and id = e.stream_id limit 1) s on true";

    public const string Tables = $"mt_events e {WithStreamType}";

    private const string BeforeStreamType = "e.transaction_id, e.seq_id, e.id, e.tenant_id";

    private const string AfterStreamType =
        """
        e.stream_id, e.version, e.type, e.data, e.timestamp, e.actor, e.headers ->> 'reason', e.correlation_id, e.causation_id, e.subject_id, e.hash
        """;

    /// <param name="from">Where in the result <see cref="Columns"/> begin.</param>
    public static EventRow Read(NpgsqlDataReader reader, int from = 0) => new(
        new Position(reader.GetFieldValue<ulong>(from), reader.GetInt64(from + 1)),
        reader.GetGuid(from + 2),
        new StreamId(TenantOf(reader.GetString(from + 3)), reader.IsDBNull(from + 4) ? "" : reader.GetString(from + 4), reader.GetGuid(from + 5)),
        reader.GetInt64(from + 6),
        reader.GetString(from + 7),
        reader.GetFieldValue<byte[]>(from + 8),
        new DateTimeOffset(reader.GetDateTime(from + 9), TimeSpan.Zero),
        Text(reader, from + 10) ?? UnknownActor,
        Text(reader, from + 11),
        Text(reader, from + 12),
        Text(reader, from + 13),
        reader.IsDBNull(from + 14) ? null : reader.GetGuid(from + 14),
        reader.IsDBNull(from + 15) ? null : reader.GetFieldValue<byte[]>(from + 15));

    public StoredEvent Stored => new(
        Position.Sequence, Stream.Id, Stream.Type, Version, Type, Encoding.UTF8.GetString(Data), Stream.Tenant, At, Actor, Reason, GuidOf(Correlation) ?? Guid.Empty,
        GuidOf(Causation), Subject is { } subject ? new DataSubjectId(subject) : null, Hash is null ? "" : Convert.ToHexStringLower(Hash), EventId);

    public Guid? CausationId => GuidOf(Causation);

    public Guid CorrelationId => GuidOf(Correlation) ?? Guid.Empty;

    private static TenantId TenantOf(string text) => new(GuidOf(text) ?? Guid.Empty);

    private static Guid? GuidOf(string? text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
