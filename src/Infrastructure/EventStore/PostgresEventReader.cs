using System.Runtime.CompilerServices;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Streams as they are read: whole, in part, from the newest back, or from a snapshot on; each call is one round trip a page.</summary>
public class PostgresEventReader(HubDataSource database, EventReading reading) : IEventReader
{
    // Whoever looks back seldom looks far; further pages are larger.
    private const int FirstPage = 16;
    private const int LargestPage = 1_000;
    private const int MostReaders = 128;

    // Asked once for a stream, not once for each of its events.
    private const string IsOfType = "exists (select from mt_streams s where s.tenant_id = $1 and s.id = $2 and s.type = $3)";

    private const string InStream =
        $"""
        from mt_events e
        where e.tenant_id = $1 and e.stream_id = $2 and e.version > $4 and e.version <= $5 and e.timestamp <= $6 and {IsOfType}
        """;

    private const string LoadStream = $"select {StreamRow.OfEvent} {InStream} order by e.version";

    private const string LoadPageBack = $"select {StreamRow.OfEvent} {InStream} order by e.version desc limit $7";

    // Of what is at hand only what came after it. One statement, so that a snapshot that is replaced meanwhile cannot leave a gap before the
    // events. From where they are read is a column by itself: under row-level security an index takes no bound with a coalesce in it.
    private const string LoadOfSome =
        $"""
        with asked as materialized (
            select a.n, a.id, a.shape, a.known from unnest($2, $3, $4, $5) with ordinality as a (id, type, shape, known, n)
            where exists (select from mt_streams s where s.tenant_id = $1 and s.id = a.id and s.type = a.type)),
        kept as materialized (
            select a.n, a.id, k.version, k.shape, k.data, coalesce(k.version, a.known) as after
            from asked a left join lateral (
                select s.version, s.shape, s.data from stream_snapshots s
                where s.tenant_id = $1 and s.stream_id = a.id and s.shape = a.shape and s.version > a.known limit 1) k on true)
        select {StreamRow.OfSnapshot}, n from kept where version is not null
        union all
        select tail.* from kept k cross join lateral (
            select {StreamRow.OfEvent}, k.n from mt_events e
            where e.tenant_id = $1 and e.stream_id = k.id and e.version > k.after
            order by e.version) tail
        """;

    // The columns of StreamRow come before it.
    private const int PlaceOfStream = 12;

    // Narrowed to the wamid before the stream is asked for: else a plan made without statistics may walk the whole stream in its order.
    private const string LoadOfMessage =
        $"""
        select {StreamRow.OfEvent}
        from (select * from mt_events where tenant_id = $1 and wamid = $4 offset 0) e
        where e.stream_id = $2 and {IsOfType}
        order by e.version
        """;

    private const string LoadClient =
        $"""
        select {EventRow.Columns} from {EventRow.Tables}
        where e.tenant_id = $1 and e.subject_id = $2 and e.timestamp <= $3
        order by e.transaction_id, e.seq_id
        """;

    // Streams of many readers at once: what a turn decides on, and what many messages are about, is asked for together.
    private readonly JoinedCalls<IReadOnlyList<KnownTail>, IReadOnlyList<IReadOnlyList<StreamRow>>> _tails = new(
        (tenant, asked) => ReadTails(database, reading, tenant, asked), MostReaders);

    private protected StreamsAtHand AtHand { get; } = new();

    protected HubDataSource Database { get; } = database;

    public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
        LoadRows(Bounded(LoadStream, stream, bound), stream, cancellationToken);

    public async IAsyncEnumerable<EventEnvelope> LoadBackwards(
        StreamId stream, StreamBound bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var size = FirstPage; ; size = Math.Min(size * 2, LargestPage))
        {
            var command = Bounded(LoadPageBack, stream, bound);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = size });
            var page = await LoadRows(command, stream, cancellationToken);
            foreach (var envelope in page)
            {
                yield return envelope;
            }

            if (page.Count < size)
            {
                yield break;
            }

            bound = bound with { Version = page[^1].Version - 1 };
        }
    }

    public async Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken)
    {
        if (streams.Count == 0)
        {
            return [];
        }

        var tenant = streams[0].Stream.Tenant;
        if (streams.Any(asked => asked.Stream.Tenant != tenant))
        {
            throw new ArgumentException("Streams that are read together are of one tenant.", nameof(streams));
        }

        KnownTail[] asked = [.. streams.Select(stream => new KnownTail(stream, AtHand.Find(stream)))];
        var rows = await _tails.Make(tenant, asked, cancellationToken);
        return [.. asked.Select((stream, i) => Open(stream, rows[i]))];
    }

    public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken)
    {
        var command = OfStream(LoadOfMessage, stream);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wamid.Hex });
        return LoadRows(command, stream, cancellationToken);
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
        var rows = await Read(tenant, [about], reader => EventRow.Read(reader), cancellationToken);
        await reading.LoadKeys(tenant, rows[0], cancellationToken);
        return [.. rows[0].Select(reading.Open)];
    }

    private StreamTail Open(KnownTail asked, IReadOnlyList<StreamRow> rows)
    {
        if (asked.AtHand is { } same && rows.Count == 0)
        {
            return same;
        }

        var tail = reading.OpenTail(asked.Of, rows);
        if (asked.AtHand is { } known && tail.Snapshot is null)
        {
            tail = known with { Events = [.. known.Events, .. tail.Events] };
        }

        if (!rows.Any(row => StoredJson.IsPersonal(row.Data)))
        {
            AtHand.Keep(asked.Of.Stream, tail);
        }

        return tail;
    }

    private async Task<IReadOnlyList<EventEnvelope>> LoadRows(NpgsqlBatchCommand command, StreamId stream, CancellationToken cancellationToken)
    {
        var rows = await Read(stream.Tenant, [command], StreamRow.Read, cancellationToken);
        await reading.LoadKeys(stream.Tenant, rows[0], cancellationToken);
        return [.. rows[0].Select(row => reading.Open(stream, row))];
    }

    /// <summary>The rows of each command.</summary>
    private async Task<List<TRow>[]> Read<TRow>(
        TenantId tenant, NpgsqlBatchCommand[] commands, Func<NpgsqlDataReader, TRow> row, CancellationToken cancellationToken)
    {
        await using var batch = Database.Batch(tenant);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        var rows = new List<TRow>[commands.Length];
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < commands.Length; i++)
        {
            await reader.NextResultAsync(cancellationToken); // at first past the tenant's setting
            rows[i] = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                rows[i].Add(row(reader));
            }
        }

        return rows;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<StreamRow>>>> ReadTails(
        HubDataSource database, EventReading reading, TenantId tenant, IReadOnlyList<IReadOnlyList<KnownTail>> asked)
    {
        KnownTail[] streams = [.. asked.SelectMany(some => some)];
        var rows = Array.ConvertAll(streams, _ => new List<StreamRow>());
        await using (var batch = database.Batch(tenant))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(LoadOfSome)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                    new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(streams, some => some.Of.Stream.Id) },
                    new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(streams, some => some.Of.Stream.Type) },
                    new NpgsqlParameter<string?[]> { TypedValue = Array.ConvertAll(streams, some => some.Of.Shape?.ToString()) },
                    new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(streams, some => some.AtHand?.Version ?? 0) },
                },
            });
            await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
            await reader.NextResultAsync(CancellationToken.None); // past the tenant's setting
            while (await reader.ReadAsync(CancellationToken.None))
            {
                rows[reader.GetInt64(PlaceOfStream) - 1].Add(StreamRow.Read(reader));
            }
        }

        await reading.LoadKeys(tenant, rows.SelectMany(some => some), CancellationToken.None);
        var next = 0;
        return [.. asked.Select(some => some.Select(_ => rows[next++]).ToArray())];
    }

    private static NpgsqlBatchCommand Bounded(string sql, StreamId stream, StreamBound bound)
    {
        var command = OfStream(sql, stream);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bound.After });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bound.Version ?? long.MaxValue });
        command.Parameters.Add(new NpgsqlParameter<DateTime>
        {
            TypedValue = bound.AsOf?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        });
        return command;
    }

#pragma warning disable CA2100 // the constants above; every value is a parameter
    private static NpgsqlBatchCommand OfStream(string sql, StreamId stream) => new(sql)
#pragma warning restore CA2100
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = stream.Tenant.ToString() },
            new NpgsqlParameter<Guid> { TypedValue = stream.Id },
            new NpgsqlParameter<string> { TypedValue = stream.Type },
        },
    };

    private sealed record KnownTail(TailOf Of, StreamTail? AtHand);
}
