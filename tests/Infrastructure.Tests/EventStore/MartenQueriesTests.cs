using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>
/// The statements that Marten 9.29 sends, read from its sources, asked of our tables as the runtime role: once as a store that reads
/// across tenants, once as one tenant's session with <c>UseRowLevelSecurity("hub.tenant")</c>. The library itself is checked from outside.
/// </summary>
public sealed class MartenQueriesTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    // In the order in which its selector reads them; a column that is missing or named otherwise fails the whole statement.
    private const string EventColumns =
        "d.data, d.type, d.mt_dotnet_type, d.bdata, d.seq_id, d.id, d.stream_id, d.version, d.timestamp, d.tenant_id, d.correlation_id, "
        + "d.causation_id, d.headers, d.is_archived";

    private readonly TenantId _tenant = NewTenant();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_streams_state_and_its_events_are_read(bool acrossTenants)
    {
        var stream = await ThreeNotes();
        await using var marten = await Marten(acrossTenants);

        var state = await Rows(
            marten, "select id, version, type, timestamp, created, is_archived from public.mt_streams where id = $1 and tenant_id = $2", stream.Id, _tenant.ToString());
        state.Should().ContainSingle().Which.Should().HaveCount(6).And.ContainInOrder(stream.Id, 3L, "ledger");
        state[0][5].Should().Be(false);

        const string Stream = $"select {EventColumns} from public.mt_events as d WHERE (d.is_archived = FALSE and d.tenant_id = $1 and d.stream_id = $2";
        var whole = await Rows(marten, Stream + ") ORDER BY d.seq_id", _tenant.ToString(), stream.Id);
        whole.Select(row => row[7]).Should().Equal([1L, 2L, 3L], "Marten orders a stream by the sequence, so it must rise with the version");
        whole.Should().OnlyContain(row => (string)row[1]! == "ledger_noted" && row[3] == null && (string)row[9]! == _tenant.ToString());
        (await Rows(marten, Stream + " and d.version <= $3) ORDER BY d.seq_id", _tenant.ToString(), stream.Id, 2L)).Should().HaveCount(2);
        (await Rows(marten, Stream + " and d.timestamp <= $3) ORDER BY d.seq_id", _tenant.ToString(), stream.Id, whole[0][8]!)).Should().HaveCount(1);
        (await Rows(marten, Stream + " and d.version >= $3) ORDER BY d.seq_id", _tenant.ToString(), stream.Id, 3L)).Should().HaveCount(1);
        (await Rows(marten, $"select {EventColumns} from public.mt_events as d where id = $1", whole[0][5]!)).Should().HaveCount(1);
        (await Rows(marten, $"select {EventColumns} from public.mt_events as d WHERE (d.is_archived = FALSE and d.tenant_id = $1 and d.type = $2) LIMIT 2", _tenant.ToString(), "ledger_noted")).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_daemon_loads_its_pages()
    {
        var first = await ThreeNotes();
        var start = (long)(await database.AsSuperuser($"select min(seq_id) - 1 from mt_events where stream_id = '{first.Id}'"))!;
        await ThreeNotes();
        await using var marten = await Marten(acrossTenants: true);
        const string From = "from public.mt_events as d inner join public.mt_streams as s on d.stream_id = s.id and d.tenant_id = s.tenant_id";

        var page = await Rows(
            marten,
            $"select {EventColumns}, s.type as stream_type {From} where d.seq_id > $1 and d.seq_id <= $2 and d.type = ANY($3) and d.is_archived = FALSE order by d.seq_id limit 500",
            start, start + 1000, new[] { "ledger_noted", "ledger_opened" });
        page.Should().HaveCount(6).And.OnlyContain(row => (string)row[14]! == "ledger");
        (await Rows(marten, $"select min(d.seq_id) {From} where d.seq_id > $1 and s.type = $2 and d.is_archived = FALSE", start, "ledger"))
            .Should().ContainSingle().Which.Should().Equal(start + 1);
    }

    [Fact]
    public async Task The_daemon_finds_its_high_water_and_holds_before_a_gap()
    {
        await ThreeNotes();
        await using var marten = await Marten(acrossTenants: true);
        await Run(marten, "select public.mt_mark_event_progression('HighWaterMark', $1);", 0L);
        const string Statistics =
            """
            select (select last_value from public.mt_events_sequence) as highest_sequence, transaction_timestamp() as "timestamp",
              pg_snapshot_xmax(pg_current_snapshot())::text::bigint as current_xmax, p.last_seq_id, p.last_updated,
              (select case when is_called then last_value else last_value - 1 end from public.mt_events_sequence) as allocated_high,
              f.last_seq_id, f.last_updated, g.last_seq_id, g.last_updated
            from (values (1)) as one(x)
            left join public.mt_event_progression p on p.name = 'HighWaterMark'
            left join public.mt_event_progression f on f.name = 'HighWaterAllocationFence'
            left join public.mt_event_progression g on g.name = 'HighWaterStuckGap'
            """;
        const string Gaps =
            """
            select (select min(seq_id) from public.mt_events where seq_id > $1) as first_after,
              (select seq_id from (select seq_id, lead(seq_id) over (order by seq_id) as next_seq from public.mt_events where seq_id >= $1) gaps
               where next_seq is not null and next_seq - seq_id > 1 order by seq_id limit 1) as gap_edge,
              (select max(seq_id) from public.mt_events where seq_id >= $1) as max_seq
            """;
        var highest = (long)(await Rows(marten, Statistics))[0][0]!;
        (await Rows(marten, "select coalesce(max(seq_id), 0) from public.mt_events"))[0][0].Should().Be(highest, "the sequence and the rows agree when nothing is under way");
        (await Rows(marten, Gaps, highest))[0].Should().Equal([null, null, highest]);

        await Rows(marten, "select nextval('public.mt_events_sequence') from generate_series(1,1)");
        await ThreeNotes();

        (await Rows(marten, Gaps, highest))[0].Should().Equal([highest + 2, highest, highest + 4], "the burnt number is a gap that the mark stands still before");
        (await Rows(marten, "select public.mt_mark_progression_with_skip('HighWaterMark', $1, $2);", highest + 4, 0L))[0][0].Should().Be(highest + 4);
        (await Rows(marten, "select ending_sequence, starting_sequence, timestamp from public.mt_high_water_skips order by ending_sequence desc limit $1", 1))
            .Should().ContainSingle().Which.Should().ContainInOrder(highest + 4, 0L);
    }

    [Fact]
    public async Task The_daemon_keeps_its_books()
    {
        await ThreeNotes();
        await using var marten = await Marten(acrossTenants: true);
        const string Shard = "Ledger:All";
        await Run(marten, "insert into public.mt_event_progression (name, last_seq_id) values ($1, $2)", Shard, 0L);
        (await Run(marten, "update public.mt_event_progression set last_seq_id = $1, last_updated = transaction_timestamp() where name = $2 and last_seq_id = $3", 3L, Shard, 0L)).Should().Be(1);
        (await Run(marten, "update public.mt_event_progression set last_seq_id = $1, last_updated = transaction_timestamp() where name = $2 and last_seq_id = $3", 9L, Shard, 0L))
            .Should().Be(0, "another node has moved it");
        const string Fence =
            """
            insert into public.mt_event_progression(name, last_seq_id, last_updated)
            select 'HighWaterAllocationFence', alloc.high, transaction_timestamp()
            from (select case when is_called then last_value else last_value - 1 end as high from public.mt_events_sequence) alloc
            where alloc.high <= $1
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
             where excluded.last_updated > public.mt_event_progression.last_updated
            """;
        (await Run(marten, Fence, long.MaxValue)).Should().Be(1);
        (await Run(marten, Fence, long.MaxValue)).Should().Be(1);
        (await Rows(
            marten, "select name, last_seq_id from public.mt_event_progression where name = ANY($1) and name <> ALL($2)",
            new[] { Shard, "HighWaterAllocationFence" }, new[] { "HighWaterAllocationFence", "HighWaterStuckGap" }))
            .Should().ContainSingle().Which.Should().Equal(Shard, 3L);
        (await Run(marten, "delete from public.mt_event_progression where name = $1", Shard)).Should().Be(1);

        const string DeadLetter =
            """
            insert into public.mt_doc_deadletterevent (id, data, mt_last_modified, mt_version, mt_dotnet_type) values ($1, $2::jsonb, now(), $3, $4)
            on conflict (id) do update set data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_version = excluded.mt_version,
              mt_dotnet_type = excluded.mt_dotnet_type
            returning id
            """;
        var id = Guid.NewGuid();
        await Rows(marten, DeadLetter, id, """{"ShardName": "All"}""", Guid.NewGuid(), "JasperFx.Events.Daemon.DeadLetterEvent");
        (await Rows(marten, DeadLetter, id, """{"ShardName": "Other"}""", Guid.NewGuid(), "JasperFx.Events.Daemon.DeadLetterEvent")).Should().ContainSingle();
        (await Rows(marten, "select d.id, d.data from public.mt_doc_deadletterevent as d where d.data ->> 'ShardName' = $1", "Other")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_rich_append_goes_on_where_we_left_a_stream_and_we_go_on_after_it()
    {
        var stream = await ThreeNotes();
        await using var marten = await Marten(acrossTenants: false);
        var sequence = (await Rows(marten, "select nextval('public.mt_events_sequence') from generate_series(1,1)"))[0][0]!;
        const string Version = "update public.mt_streams set version = $1 where id = $2 and version = $3 and tenant_id = $4 returning version";
        (await Rows(marten, Version, 4L, stream.Id, 3L, _tenant.ToString())).Should().ContainSingle();
        (await Rows(marten, Version, 4L, stream.Id, 3L, _tenant.ToString())).Should().BeEmpty("the version has moved");
        await Run(
            marten,
            """
            insert into public.mt_events (data, type, mt_dotnet_type, bdata, id, stream_id, version, timestamp, tenant_id, correlation_id, causation_id, headers, seq_id)
            values ('{"Number": 4, "Code": "marten", "At": "2026-03-02T08:30:00+00:00"}'::jsonb, 'ledger_noted', null, null, $1, $2, 4, now(), $3, null, null, null, $4)
            """,
            Guid.NewGuid(), stream.Id, _tenant.ToString(), sequence);
        var fresh = Guid.NewGuid();
        await Run(marten, "insert into public.mt_streams (tenant_id, id, type, version) values ($1, $2, $3, $4)", _tenant.ToString(), fresh, "ledger", 1L);

        var store = database.Store(typeof(Ledger).Assembly);
        (await store.Append(stream, 4, Note(5))).Should().BeOfType<AppendOutcome.Appended>();
        var loaded = await store.Load(stream, StreamBound.Whole, CancellationToken.None);
        loaded.Select(envelope => ((LedgerNoted)envelope.Event).Number).Should().Equal(1, 2, 3, 4, 5);
        loaded[3].Actor.Text.Should().Be("system:unknown");
        (await database.Verify(_tenant)).Breaks.Select(found => found.Problem)
            .Should().Contain("The event carries no hash: another program wrote it.");
    }

    [Fact]
    public async Task A_tenants_session_sees_nothing_of_another_whatever_it_asks_for()
    {
        var stream = await ThreeNotes();
        await using var other = await Marten(acrossTenants: false, NewTenant());

        (await Rows(other, "select id, version from public.mt_streams where id = $1 and tenant_id = $2", stream.Id, _tenant.ToString())).Should().BeEmpty();
        (await Rows(other, $"select {EventColumns} from public.mt_events as d WHERE d.is_archived = FALSE")).Should().BeEmpty();
    }

    private async Task<StreamId> ThreeNotes()
    {
        var stream = NewStream(_tenant);
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(stream, 0, Note(1));
        await store.Append(stream, 1, Note(2), Note(3));
        return stream;
    }

    private async Task<NpgsqlConnection> Marten(bool acrossTenants, TenantId? tenant = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.Connections.Runtime)
        {
            Options = acrossTenants ? "-c hub.scope=every-tenant" : $"-c hub.tenant={tenant ?? _tenant}",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<int> Run(NpgsqlConnection marten, string sql, params object[] values)
    {
        await using var command = Command(marten, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<object?[]>> Rows(NpgsqlConnection marten, string sql, params object[] values)
    {
        await using var command = Command(marten, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection marten, string sql, object[] values)
    {
#pragma warning disable CA2100 // the statements above
        var command = new NpgsqlCommand(sql, marten);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
