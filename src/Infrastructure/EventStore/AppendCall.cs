using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>One call of <c>hub_append</c> for units of work of one tenant, none of which shares a stream with another; see 0490-append-by-place.sql.</summary>
internal sealed class AppendCall
{
    public const string Sql =
        """
        select stream, version, sequence, obstacle
        from hub_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """;

    private const string Forever = "0";

    private readonly IReadOnlyList<PreparedUnit> _units;
    private readonly Asked[] _streams;
    private readonly PreparedEvent[] _events;

    public AppendCall(IReadOnlyList<PreparedUnit> units)
    {
        _units = units;
        _events = [.. units.SelectMany(unit => unit.Streams).SelectMany(stream => stream.Events)];
        var asked = new List<Asked>();
        var first = 1;
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var stream in units[i].Streams)
            {
                asked.Add(new(stream, Unit: i + 1, First: first));
                first += stream.Events.Count;
            }
        }

        _streams = [.. asked.OrderBy(stream => stream.Of.Stream.Id)];
    }

    /// <remarks>
    /// JSON goes as text, so that what the server refuses of it is refused while the call runs. Refused as an argument, where a connection
    /// is just preparing the statement, it would make the driver break that connection at its next use by somebody else.
    /// </remarks>
    /// <param name="parameters">Of the command with <see cref="Sql"/>.</param>
    /// <param name="patience">How long to wait for another transaction's locks; <c>null</c>: as long as a command may take.</param>
    public void Bind(NpgsqlParameterCollection parameters, TimeSpan? patience)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = _units[0].Tenant.ToString(), NpgsqlDbType = NpgsqlDbType.Varchar });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = LockTimeout(patience), NpgsqlDbType = NpgsqlDbType.Text });

        parameters.Add(Many(_units, unit => unit.Provenance.Cause.Value, NpgsqlDbType.Uuid));
        parameters.Add(Many(_units, unit => unit.Provenance.Correlation.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(Many(_units, unit => unit.Provenance.Causation?.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(Many(_units, unit => unit.Headers, NpgsqlDbType.Text));
        parameters.Add(Many(_units, unit => unit.Provenance.About?.Value, NpgsqlDbType.Uuid));

        parameters.Add(Many(_streams, stream => stream.Of.Stream.Id, NpgsqlDbType.Uuid));
        parameters.Add(Many(_streams, stream => stream.Unit, NpgsqlDbType.Integer));
        parameters.Add(Many(_streams, stream => stream.Of.Stream.Type, NpgsqlDbType.Varchar));
        parameters.Add(Many(_streams, stream => stream.Of.ExpectedVersion, NpgsqlDbType.Bigint));
        parameters.Add(Many(_streams, stream => stream.First, NpgsqlDbType.Integer));
        parameters.Add(Many(_streams, stream => stream.Of.Events.Count, NpgsqlDbType.Integer));

        parameters.Add(Many(_events, @event => @event.Id, NpgsqlDbType.Uuid));
        parameters.Add(Many(_events, @event => @event.Type, NpgsqlDbType.Varchar));
        parameters.Add(Many(_events, @event => @event.DotnetType, NpgsqlDbType.Varchar));
        parameters.Add(Many(_events, @event => @event.Data, NpgsqlDbType.Text));
        parameters.Add(Many(_events, @event => @event.BodyHash, NpgsqlDbType.Bytea));
    }

    /// <summary>What became of each unit, in their order.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> Read(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var sequences = new Dictionary<(Guid Stream, long Version), long>(_events.Length);
        var obstacles = new Dictionary<Guid, bool>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.IsDBNull(3))
            {
                sequences.Add((reader.GetGuid(0), reader.GetInt64(1)), reader.GetInt64(2));
            }
            else
            {
                obstacles.Add(reader.GetGuid(0), reader.GetString(3) == "applied");
            }
        }

        return [.. _units.Select(unit => Outcome(unit, sequences, obstacles))];
    }

    /// <summary>As PostgreSQL spells it.</summary>
    public static string LockTimeout(TimeSpan? patience) =>
        patience is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}ms") : Forever;

    private static AppendOutcome Outcome(
        PreparedUnit unit, Dictionary<(Guid Stream, long Version), long> sequences, Dictionary<Guid, bool> isAppliedWhereNotWritten)
    {
        var obstacles = unit.Streams.Where(stream => isAppliedWhereNotWritten.ContainsKey(stream.Stream.Id)).OrderBy(stream => stream.Stream.Id).ToArray();
        if (obstacles.Length > 0)
        {
            return obstacles.Any(stream => isAppliedWhereNotWritten[stream.Stream.Id])
                ? new AppendOutcome.AlreadyApplied()
                : new AppendOutcome.Conflict(obstacles[0].Stream);
        }

        var versions = new List<(Guid Stream, long Version)>(unit.EventCount);
        foreach (var stream in unit.Streams)
        {
            versions.AddRange(stream.Events.Select((_, i) => (stream.Stream.Id, stream.ExpectedVersion + i + 1)));
        }

        return new AppendOutcome.Appended([.. versions.Select(version => version.Version)], [.. versions.Select(version => sequences[version])]);
    }

    private static NpgsqlParameter<TValue[]> Many<T, TValue>(IReadOnlyList<T> rows, Func<T, TValue> value, NpgsqlDbType type) =>
        new() { TypedValue = [.. rows.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <param name="Of">The stream and its new events.</param>
    /// <param name="Unit">The place of its unit, from 1.</param>
    /// <param name="First">The place of its first event among all, from 1.</param>
    private sealed record Asked(PreparedStream Of, int Unit, int First);
}
