using System.Text.RegularExpressions;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

// What a Marten DocumentStore asks of a database that it did not make.
public sealed partial class MartenLayoutTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    [Theory]
    [InlineData("mt_streams", "tenant_id varchar, id uuid, type varchar, version int8, timestamp timestamptz, created timestamptz, is_archived bool")]
    [InlineData(
        "mt_events",
        "seq_id int8, id uuid, stream_id uuid, version int8, data jsonb, bdata bytea, type varchar, timestamp timestamptz, tenant_id varchar, "
        + "mt_dotnet_type varchar, correlation_id varchar, causation_id varchar, headers jsonb, is_archived bool, "
        + "transaction_id xid8, hash bytea, cause_id uuid, subject_id uuid, actor text")]
    [InlineData("mt_event_progression", "name varchar, last_seq_id int8, last_updated timestamptz")]
    [InlineData("mt_high_water_skips", "ending_sequence int8, starting_sequence int8, timestamp timestamptz")]
    [InlineData("mt_doc_deadletterevent", "id uuid, data jsonb, mt_last_modified timestamptz, mt_version uuid, mt_dotnet_type varchar")]
    public async Task The_tables_have_Martens_columns_first_and_ours_after_them(string table, string columns) =>
        (await database.AsSuperuser(
            $"""
            select string_agg(column_name || ' ' || udt_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = '{table}'
            """)).Should().BeOfType<string>().Which.Should().StartWith(columns);

    [Theory]
    [InlineData("pkey_mt_streams_tenant_id_id", "PRIMARY KEY (tenant_id, id)")]
    [InlineData("pkey_mt_events_seq_id", "PRIMARY KEY (seq_id)")]
    [InlineData("fkey_mt_events_stream_id_tenant_id", "FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)")]
    [InlineData("pk_mt_event_progression", "PRIMARY KEY (name)")]
    [InlineData("pkey_mt_high_water_skips_ending_sequence", "PRIMARY KEY (ending_sequence)")]
    [InlineData("pkey_mt_doc_deadletterevent_id", "PRIMARY KEY (id)")]
    public async Task Constraints_have_the_names_that_Martens_functions_and_messages_know(string name, string definition) =>
        (await database.AsSuperuser($"select pg_get_constraintdef(oid) from pg_constraint where conname = '{name}'")).Should().Be(definition);

    [Fact]
    public async Task The_version_of_a_stream_is_unique_and_the_sequence_gives_every_number_by_itself()
    {
        (await database.AsSuperuser("select pg_get_indexdef('pk_mt_events_stream_and_version'::regclass)"))
            .Should().Be("CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (tenant_id, stream_id, version)");
        (await database.AsSuperuser("select concat_ws('|', seqtypid::regtype, seqcache, seqincrement, seqcycle) from pg_sequence where seqrelid = 'mt_events_sequence'::regclass"))
            .Should().Be("bigint|1|1|f", "numbers that a session keeps back are gaps that Marten's daemon waits for");
        (await database.AsSuperuser("select pg_get_serial_sequence('mt_events', 'seq_id')")).Should().Be("public.mt_events_sequence");
    }

    [Theory]
    [InlineData("mt_streams", "tenant_id = '*DEFAULT*'::character varying, timestamp = now(), created = now(), is_archived = false")]
    [InlineData("mt_events", "timestamp = clock_timestamp(), tenant_id = '*DEFAULT*'::character varying, is_archived = false, transaction_id = pg_current_xact_id()")]
    [InlineData("mt_event_progression", "last_updated = transaction_timestamp()")]
    public async Task Defaults_are_Martens_but_for_its_frozen_time(string table, string defaults) =>
        (await database.AsSuperuser(
            $"""
            select string_agg(a.attname || ' = ' || pg_get_expr(d.adbin, d.adrelid), ', ' order by a.attnum)
            from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.adrelid = '{table}'::regclass and a.attgenerated = ''
            """)).Should().Be(defaults);

    [Fact]
    public void Marten_finds_the_class_of_every_event_by_what_stands_in_mt_dotnet_type()
    {
        var catalog = HubDatabase.Catalog(typeof(Ledger).Assembly);

        catalog.Types.Where(type => Type.GetType(EventCatalog.DotnetNameOf(type)) != type).Should().BeEmpty();
        EventCatalog.DotnetNameOf(typeof(LedgerNoted)).Should().NotContain("Version=", "it outlives the version of the assembly");
    }

    [Fact]
    public void Every_event_is_stored_under_the_name_that_Marten_would_give_its_class()
    {
        var catalog = EventCatalog.OfDomain();

        catalog.Types.Where(type => !AnyVersion().Replace(catalog.NameOf(type), "").Equals(AsMartenDoes(type.Name), StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("MessageReceived")]
    [InlineData("SLABreached")]
    [InlineData("Form1770Filed")]
    [InlineData("OpenedV2")]
    [InlineData("AIDraft")]
    public void Names_are_made_by_Martens_rule(string name) => EventCatalog.SnakeCase(name).Should().Be(AsMartenDoes(name));

    [Fact]
    public async Task One_id_in_two_tenants_is_two_streams()
    {
        var mine = NewStream(NewTenant());
        var theirs = mine with { Tenant = NewTenant() };
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(mine, 0, Note(1), Note(2));
        await store.Append(theirs, 0, Note(3));

        (await store.Load(mine, StreamBound.Whole, default)).Should().HaveCount(2);
        (await store.Load(theirs, StreamBound.Whole, default)).Select(envelope => envelope.Event).Should().Equal(Note(3));
    }

    [Fact]
    public async Task Times_are_right_whatever_time_zone_the_session_is_in()
    {
        var stream = NewStream(NewTenant());
        var unit = PreparedUnit.Of(
            Work(By("tests"), Append(stream, 0, Note(1))), HubDatabase.Catalog(typeof(Ledger).Assembly), new StoredJson(database.Keys));
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Connections.Runtime) { Timezone = "Asia/Jakarta" }.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(AppendCall.Sql, connection);
            new AppendCall([unit]).Bind(command.Parameters, patience: null);
            await command.ExecuteNonQueryAsync();
        }

        (await database.AsSuperuser(
            $"""
            select e.timestamp between clock_timestamp() - interval '1 minute' and clock_timestamp() and s.timestamp = e.timestamp and s.created = e.timestamp
            from mt_events e join mt_streams s on s.id = e.stream_id where e.stream_id = '{stream.Id}'
            """)).Should().Be(true);
    }

    [Fact]
    public async Task A_second_append_moves_the_streams_record_along_and_leaves_its_birth()
    {
        var stream = NewStream(NewTenant());
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(stream, 0, Note(1));
        await store.Append(stream, 1, Note(2), Note(3));

        (await database.AsSuperuser(
            $"""
            select concat_ws('|', s.version, s.created = min(e.timestamp), s.timestamp = max(e.timestamp), s.created < s.timestamp, count(*), max(e.version), count(e.bdata))
            from mt_streams s join mt_events e on e.stream_id = s.id where s.id = '{stream.Id}' group by s.tenant_id, s.id
            """)).Should().Be("3|t|t|t|3|3|0");
    }

    [Fact]
    public async Task What_is_ours_has_a_default_or_may_be_missing() =>
        (await database.AsSuperuser(
            """
            select count(*) from information_schema.columns
            where table_name = 'mt_events' and ordinal_position > 14 and is_nullable = 'NO' and column_default is null
            """)).Should().Be(0L);

    [Fact]
    public async Task A_row_is_written_as_Marten_reads_it()
    {
        var tenant = NewTenant();
        var stream = NewStream(tenant);
        var provenance = By("clerk", about: new DataSubjectId(Guid.NewGuid()), reason: "Opening");
        await database.Store(typeof(Ledger).Assembly).Append(
            Work(provenance, Append(stream, 0, new LedgerOpened(new StaffId(Guid.Empty), LedgerKind.Escrow, 1.5m), Note(1))), default);

        (await database.AsSuperuser($"select data::text from mt_events where stream_id = '{stream.Id}' and version = 1"))
            .Should().Be("""{"By": "00000000-0000-0000-0000-000000000000", "Kind": "Escrow", "Limit": 1.5}""");
        (await database.AsSuperuser(
            $"""
            select concat_ws('|', type, mt_dotnet_type, tenant_id, correlation_id, causation_id, headers ->> 'actor', headers ->> 'reason', is_archived)
            from mt_events where stream_id = '{stream.Id}' and version = 1
            """)).Should().Be(string.Join(
            '|', "ledger_opened", "Lawyers.Hub.Infrastructure.Tests.EventStore.LedgerOpened, Lawyers.Hub.Infrastructure.Tests", tenant,
            provenance.Correlation, provenance.Causation, "system:clerk", "Opening", "f"));
        (await database.AsSuperuser($"select concat_ws('|', type, version, tenant_id, is_archived) from mt_streams where id = '{stream.Id}'"))
            .Should().Be($"ledger|2|{tenant}|f");
        (await database.AsSuperuser("select last_value = (select max(seq_id) from mt_events) from mt_events_sequence")).Should().Be(true);
    }

    [Fact]
    public async Task A_conflict_burns_no_number()
    {
        var stream = NewStream(NewTenant());
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(stream, 0, Note(1));
        var before = await database.AsSuperuser("select last_value from mt_events_sequence");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => store.Append(stream, 0, Note(2))));
        await store.Append(Work(By("tests"), Append(NewStream(stream.Tenant), 0, Note(1)), Append(stream, 0, Note(1))), default);

        (await database.AsSuperuser("select last_value from mt_events_sequence")).Should().Be(before);
    }

    [Fact]
    public async Task The_daemons_functions_keep_its_progress_and_its_skips()
    {
        await database.AsSuperuser("select mt_mark_event_progression('Ledger:All', 5)");
        await database.AsSuperuser("select mt_mark_event_progression('Ledger:All', 9)");
        (await database.AsSuperuser("select last_seq_id from mt_event_progression where name = 'Ledger:All'")).Should().Be(9L);

        (await database.AsSuperuser("select mt_mark_progression_with_skip('HighWaterMark', 14, 12)")).Should().Be(14L);
        (await database.AsSuperuser("select mt_mark_progression_with_skip('HighWaterMark', 20, 12)")).Should().Be(14L, "another node has moved it");
        (await database.AsSuperuser("select mt_mark_progression_with_skip('HighWaterMark', 20, 14)")).Should().Be(20L);
        (await database.AsSuperuser("select mt_mark_progression_with_skip('HighWaterMark', 20, 20)")).Should().Be(20L, "nothing was passed over");
        await database.AsSuperuser("update mt_event_progression set last_seq_id = null where name = 'Ledger:All'");
        (await database.AsSuperuser("select mt_mark_progression_with_skip('Ledger:All', 3, 3)")).Should().Be(3L, "a row without a number is as good as none");
        (await database.AsSuperuser("select string_agg(starting_sequence || '-' || ending_sequence, ' ' order by ending_sequence) from mt_high_water_skips"))
            .Should().Be("12-14 14-20");
    }

    /// <summary>The rule as Marten's own library has it: a blank before the last of several capitals and after each small letter.</summary>
    private static string AsMartenDoes(string name) =>
        AfterSmall().Replace(BeforeWord().Replace(name, "$1 $2"), "$1 $2").ToLowerInvariant().Replace(' ', '_');

    [GeneratedRegex(@"(\P{Ll})(\P{Ll}\p{Ll})")]
    private static partial Regex BeforeWord();

    [GeneratedRegex(@"(\p{Ll})(\P{Ll})")]
    private static partial Regex AfterSmall();

    [GeneratedRegex(@"_v\d+$")]
    private static partial Regex AnyVersion();
}
