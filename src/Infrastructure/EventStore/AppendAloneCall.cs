using Lawyers.Hub.Application.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>One call of <c>hub_append_alone</c> for a unit of work with few events of one stream; see 0008-append-by-index.sql.</summary>
internal sealed class AppendAloneCall
{
    /// <summary>From here on a statement for all events costs less than one for each.</summary>
    private const int MostEvents = 4;

    public const string Sql = "select hub_append_alone($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private readonly PreparedUnit _unit;
    private readonly PreparedStream _stream;

    private AppendAloneCall(PreparedUnit unit) => (_unit, _stream) = (unit, unit.Streams[0]);

    /// <summary><c>null</c> where <see cref="AppendCall"/> is the way.</summary>
    public static AppendAloneCall? For(IReadOnlyList<PreparedUnit> units) =>
        units is [{ Streams: [{ Events.Count: <= MostEvents }] } unit] ? new(unit) : null;

    /// <remarks>JSON goes as text for the reason that <see cref="AppendCall.Bind"/> gives.</remarks>
    /// <param name="parameters">Of the command with <see cref="Sql"/>.</param>
    /// <param name="patience">How long to wait for another transaction's locks; <c>null</c>: as long as a command may take.</param>
    public void Bind(NpgsqlParameterCollection parameters, TimeSpan? patience)
    {
        parameters.Add(One(_unit.Tenant.ToString(), NpgsqlDbType.Varchar));
        parameters.Add(One(AppendCall.LockTimeout(patience), NpgsqlDbType.Text));
        parameters.Add(One(_unit.Provenance.Cause.Value, NpgsqlDbType.Uuid));
        parameters.Add(One(_unit.Provenance.Correlation.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(One(_unit.Provenance.Causation?.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(One(_unit.Headers, NpgsqlDbType.Text));
        parameters.Add(One(_unit.Provenance.About?.Value, NpgsqlDbType.Uuid));
        parameters.Add(One(_stream.Stream.Id, NpgsqlDbType.Uuid));
        parameters.Add(One(_stream.Stream.Type, NpgsqlDbType.Varchar));
        parameters.Add(One(_stream.ExpectedVersion, NpgsqlDbType.Bigint));
        parameters.Add(Many(@event => @event.Id, NpgsqlDbType.Uuid));
        parameters.Add(Many(@event => @event.Type, NpgsqlDbType.Varchar));
        parameters.Add(Many(@event => @event.DotnetType, NpgsqlDbType.Varchar));
        parameters.Add(Many(@event => @event.Data, NpgsqlDbType.Text));
        parameters.Add(Many(@event => @event.BodyHash, NpgsqlDbType.Bytea));
    }

    /// <summary><c>null</c> where the unit does not fit, and nothing is stored.</summary>
    public async Task<AppendOutcome.Appended?> Read(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0)
            ? null
            : new([.. _stream.Events.Select((_, i) => _stream.ExpectedVersion + i + 1)], reader.GetFieldValue<long[]>(0));
    }

    private static NpgsqlParameter<T> One<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private NpgsqlParameter<T[]> Many<T>(Func<PreparedEvent, T> value, NpgsqlDbType type) =>
        new() { TypedValue = [.. _stream.Events.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
