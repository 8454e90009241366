using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>The event store on PostgreSQL, in the table layout of Marten; a unit of work is one round trip, or shares one.</summary>
public sealed class PostgresEventStore(HubDataSource database, EventCatalog catalog, StoredJson json, EventReading reading, AppendSignal signal, IMasker masker)
    : IEventStore, IAsyncDisposable
{
    private const string LoadStream =
        $"""
        select {EventRow.Columns} from {EventRow.Tables}
        where e.tenant_id = $1 and e.stream_id = $2 and e.version <= $3 and e.timestamp <= $4 and s.type = $5
        order by e.version
        """;

    // Narrowed to the wamid before the stream is asked for: else a plan made without statistics may walk the whole stream in its order.
    private const string LoadOfMessage =
        $"""
        select {EventRow.Columns}
        from (select * from mt_events where tenant_id = $1 and wamid = $3 offset 0) e
        join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.stream_id = $2 and s.type = $4
        order by e.version
        """;

    private const string LoadClient =
        $"""
        select {EventRow.Columns} from {EventRow.Tables}
        where e.tenant_id = $1 and e.subject_id = $2 and e.timestamp <= $3
        order by e.transaction_id, e.seq_id
        """;

    private readonly GroupCommit _commits = new((units, patience) => Write(database, signal, units, patience));

    public async Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound until, CancellationToken cancellationToken) =>
        (await Load([Command(stream, until)], stream.Tenant, cancellationToken))[0];

    public async Task<IReadOnlyList<IReadOnlyList<EventEnvelope>>> LoadAll(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        if (streams.Count == 0)
        {
            return [];
        }

        if (streams.Any(stream => stream.Tenant != streams[0].Tenant))
        {
            throw new ArgumentException("Streams that are read together are of one tenant.", nameof(streams));
        }

        return await Load([.. streams.Select(stream => Command(stream, StreamBound.Whole))], streams[0].Tenant, cancellationToken);
    }

    public async Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken)
    {
        var ofMessage = new NpgsqlBatchCommand(LoadOfMessage)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream.Tenant.ToString() },
                new NpgsqlParameter<Guid> { TypedValue = stream.Id },
                new NpgsqlParameter<string> { TypedValue = wamid.Hex },
                new NpgsqlParameter<string> { TypedValue = stream.Type },
            },
        };
        return (await Load([ofMessage], stream.Tenant, cancellationToken))[0];
    }

    public async Task<IReadOnlyList<EventEnvelope>> LoadAbout(
        TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var about = new NpgsqlBatchCommand(LoadClient)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid> { TypedValue = client.Value },
                new NpgsqlParameter<DateTime> { TypedValue = until.UtcDateTime },
            },
        };
        return (await Load([about], tenant, cancellationToken))[0];
    }

    public async Task<AppendOutcome> Append(UnitOfWork work, CancellationToken cancellationToken)
    {
        if (work.Provenance.About is { } subject && work.Appends.Count > 0)
        {
            await json.EnsureKey(work.Appends[0].Stream.Tenant, subject, cancellationToken);
        }

        var unit = PreparedUnit.Of(WithoutPersonsInReason(work), catalog, json);
        return unit.IsEmpty ? new AppendOutcome.Appended([], []) : await _commits.Append(unit, cancellationToken);
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    /// <summary>A reason stands in clear beside the event for as long as the log: what can be recognised as personal in it is written as its placeholder.</summary>
    private UnitOfWork WithoutPersonsInReason(UnitOfWork work) => work.Provenance.Reason is { } reason
        ? work with { Provenance = work.Provenance with { Reason = masker.Mask(reason, []).Masked } }
        : work;

    private static async Task<IReadOnlyList<AppendOutcome>> Write(
        HubDataSource database, AppendSignal signal, IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
    {
        IReadOnlyList<AppendOutcome> outcomes;
        var call = new AppendCall(units);
        await using (var command = database.SelfScopedCommand(AppendCall.Sql))
        {
            call.Bind(command.Parameters, patience);
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None); // no writer may stop what is others' too
            outcomes = await call.Read(reader, CancellationToken.None);
        }

        // Only the end of the reading, above, says that it is committed.
        if (outcomes.Any(outcome => outcome is AppendOutcome.Appended))
        {
            signal.Raise();
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<EventEnvelope>[]> Load(NpgsqlBatchCommand[] commands, TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = new List<EventRow>[commands.Length];
        await using (var batch = database.Batch(tenant))
        {
            foreach (var command in commands)
            {
                batch.BatchCommands.Add(command);
            }

            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            for (var i = 0; i < commands.Length; i++)
            {
                await reader.NextResultAsync(cancellationToken);
                rows[i] = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows[i].Add(EventRow.Read(reader));
                }
            }
        }

        await reading.LoadKeys(tenant, rows.SelectMany(stream => stream), cancellationToken);
        return [.. rows.Select(stream => (IReadOnlyList<EventEnvelope>)[.. stream.Select(reading.Open)])];
    }

    private static NpgsqlBatchCommand Command(StreamId stream, StreamBound until) => new(LoadStream)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = stream.Tenant.ToString() },
            new NpgsqlParameter<Guid> { TypedValue = stream.Id },
            new NpgsqlParameter<long> { TypedValue = until.Version ?? long.MaxValue },
            new NpgsqlParameter<DateTime> { TypedValue = until.AsOf?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) },
            new NpgsqlParameter<string> { TypedValue = stream.Type },
        },
    };
}
