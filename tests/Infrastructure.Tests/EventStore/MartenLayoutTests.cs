using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

// What a Marten DocumentStore asks of a database that it did not make.
public sealed class MartenLayoutTests(HubDatabase database) : IClassFixture<HubDatabase>
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
    public async Task The_tables_have_Martens_columns_first_and_ours_after_them(string table, string columns) =>
        (await database.AsSuperuser(
            $"""
            select string_agg(column_name || ' ' || udt_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = '{table}'
            """)).Should().BeOfType<string>().Which.Should().StartWith(columns);

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
        (await database.AsSuperuser("select string_agg(starting_sequence || '-' || ending_sequence, ' ' order by ending_sequence) from mt_high_water_skips"))
            .Should().Be("12-14 14-20");
    }
}
