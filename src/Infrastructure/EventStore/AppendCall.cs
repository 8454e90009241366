using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>The arguments of <c>hub_append</c> for one unit of work; see 0002-append.sql.</summary>
internal sealed class AppendCall
{
    public const string Sql = "select outcome, place, version, sequence from hub_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private readonly IReadOnlyList<StreamAppend> _ordered;
    private readonly UnitOfWork _work;
    private readonly List<Guid> _ids = [];
    private readonly List<string> _types = [];
    private readonly List<string> _dotnetTypes = [];
    private readonly List<string> _data = [];
    private readonly List<byte[]> _bodies = [];

    public AppendCall(UnitOfWork work, EventCatalog catalog, StoredJson json)
    {
        _work = work;
        _ordered = [.. work.Appends.Where(append => append.Events.Count > 0).OrderBy(append => append.Stream.Id)];
        if (_ordered.Select(append => append.Stream.Tenant).Distinct().Count() > 1)
        {
            throw new ArgumentException("A unit of work is of one tenant.", nameof(work));
        }

        if (_ordered.Select(append => append.Stream.Id).Distinct().Count() < _ordered.Count)
        {
            throw new ArgumentException("A unit of work appends to each stream once.", nameof(work));
        }

        foreach (var append in _ordered)
        {
            Add(append, catalog, json);
        }
    }

    public bool IsEmpty => _ordered.Count == 0;

    public StreamId StreamAt(int place) => _ordered[place - 1].Stream;

    public void Bind(NpgsqlParameterCollection parameters)
    {
        var provenance = _work.Provenance;
        parameters.Add(Value(_ordered[0].Stream.Tenant.ToString(), NpgsqlDbType.Varchar));
        parameters.Add(Value(provenance.Cause.Value, NpgsqlDbType.Uuid));
        parameters.Add(Many(_ordered.Select(append => append.Stream.Id), NpgsqlDbType.Uuid));
        parameters.Add(Many(_ordered.Select(append => append.Stream.Type), NpgsqlDbType.Varchar));
        parameters.Add(Many(_ordered.Select(append => append.ExpectedVersion), NpgsqlDbType.Bigint));
        parameters.Add(Many(_ordered.Select(append => append.Events.Count), NpgsqlDbType.Integer));
        parameters.Add(Many(_ids, NpgsqlDbType.Uuid));
        parameters.Add(Many(_types, NpgsqlDbType.Varchar));
        parameters.Add(Many(_dotnetTypes, NpgsqlDbType.Varchar));
        parameters.Add(Many(_data, NpgsqlDbType.Jsonb));
        parameters.Add(Many(_bodies, NpgsqlDbType.Bytea));
        parameters.Add(Value(provenance.Correlation.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(Value(provenance.Causation?.ToString("D"), NpgsqlDbType.Varchar));
        parameters.Add(Value(Headers(provenance), NpgsqlDbType.Jsonb));
        parameters.Add(new NpgsqlParameter { Value = provenance.About is { } about ? about.Value : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
    }

    /// <summary>From the order of the call to the order of the unit of work.</summary>
    public AppendOutcome.Appended Appended(IReadOnlyList<(long Version, long Sequence)> rows)
    {
        var starts = new Dictionary<Guid, int>();
        var start = 0;
        foreach (var append in _ordered)
        {
            starts.Add(append.Stream.Id, start);
            start += append.Events.Count;
        }

        var asAsked = _work.Appends.Where(append => append.Events.Count > 0)
            .SelectMany(append => Enumerable.Range(starts[append.Stream.Id], append.Events.Count)).Select(index => rows[index]).ToArray();
        return new([.. asAsked.Select(row => row.Version)], [.. asAsked.Select(row => row.Sequence)]);
    }

    private void Add(StreamAppend append, EventCatalog catalog, StoredJson json)
    {
        var provenance = _work.Provenance;
        for (var i = 0; i < append.Events.Count; i++)
        {
            var @event = append.Events[i];
            var type = @event.GetType();
            var id = Guid.CreateVersion7();
            var name = catalog.NameOf(type);
            var data = json.WriteEvent(@event);
            var fields = new ChainedFields(
                provenance.Actor.Text, provenance.Causation?.ToString("D"), provenance.Correlation.ToString("D"), data, id, provenance.Reason,
                append.Stream.Id, append.Stream.Type, provenance.About?.Value, append.Stream.Tenant.ToString(), name, append.ExpectedVersion + i + 1);
            _ids.Add(id);
            _types.Add(name);
            _dotnetTypes.Add(EventCatalog.DotnetNameOf(type));
            _data.Add(data);
            _bodies.Add(fields.BodyHash());
        }
    }

    private static string Headers(Provenance provenance) => JsonSerializer.Serialize(
        provenance.Reason is { } reason
            ? new Dictionary<string, string> { ["actor"] = provenance.Actor.Text, ["reason"] = reason }
            : new Dictionary<string, string> { ["actor"] = provenance.Actor.Text });

    private static NpgsqlParameter<T> Value<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter<T[]> Many<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
