using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Database;

public sealed class IsolationTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _mine = NewTenant();
    private readonly TenantId _theirs = NewTenant();

    public static TheoryData<string> TablesWithRows => ["mt_streams", "mt_events", "dead_letters", "read_ledger_page", "read_ledger_page_tags"];

    [Fact]
    public async Task Every_table_is_walled_and_the_wall_holds_for_its_owner_too()
    {
        await Seed();

        (await Open()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_table_without_a_wall_would_be_found()
    {
        await database.AsSuperuser("create table if not exists careless (tenant_id varchar); alter table careless enable row level security");

        (await Open()).Should().Equal("careless");
        await database.AsSuperuser("drop table careless");
    }

    [Theory]
    [MemberData(nameof(TablesWithRows))]
    public async Task Another_tenants_rows_are_neither_read_nor_counted(string table)
    {
        await Seed();

        (await Count(_mine, table)).Should().BePositive();
        (await Count(NewTenant(), table)).Should().Be(0);
        (await Count(null, table)).Should().Be(0, "whoever forgets to say whose rows he means sees none");
    }

    [Theory]
    [MemberData(nameof(TablesWithRows))]
    public async Task Without_the_policy_they_would_be(string table)
    {
        await Seed();
        await database.AsSuperuser($"alter table {table} disable row level security");
        try
        {
            (await Count(NewTenant(), table)).Should().BePositive();
        }
        finally
        {
            await database.AsSuperuser($"alter table {table} enable row level security");
        }
    }

    [Theory]
    [InlineData("insert into mt_streams (tenant_id, id, version) values (@theirs, gen_random_uuid(), 1)")]
    [InlineData("insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id) select 1, gen_random_uuid(), gen_random_uuid(), 1, '{}', 'x', @theirs")]
    [InlineData("insert into dead_letters (tenant_id, kind, name, reference, reason, attempts) values (@theirs, 'a', 'b', 'c', 'd', 1)")]
    [InlineData("insert into read_ledger_page (tenant_id, slot, key, sort_key, tags, data, sequence) values (@theirs, 0, gen_random_uuid(), '', '{}', '{}', 1)")]
    [InlineData("insert into read_ledger_page_tags (tenant_id, slot, tag, sort_key, key) values (@theirs, 0, '', '', gen_random_uuid())")]
    public async Task Nothing_can_be_written_in_another_tenants_name_not_even_while_reading_across(string insert)
    {
        await Seed();
        await using var mine = await database.Source.Begin(_mine, CancellationToken.None);
        (await Attempt(mine, insert)).Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        await using var across = await new CrossTenantReading(database.Source).Begin(CancellationToken.None);
        await across.Become(_mine, CancellationToken.None);
        (await Attempt(across, insert)).Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Another_tenants_rows_are_not_changed_or_removed()
    {
        await Seed();
        await using var theirs = await database.Source.Begin(_theirs, CancellationToken.None);
        foreach (var sql in new[] { "update mt_streams set version = 99", "update dead_letters set attempts = 99", "delete from read_ledger_page", "delete from read_ledger_page_tags" })
        {
            await using var command = theirs.Command(sql);
            (await command.ExecuteNonQueryAsync()).Should().Be(0);
        }
    }

    [Fact]
    public async Task Reading_across_sees_every_tenant_and_ends_with_its_transaction()
    {
        await Seed();
        await using (var batch = new CrossTenantReading(database.Source).Batch())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select count(distinct tenant_id) from mt_events"));
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            reader.GetInt64(0).Should().BePositive();
        }

        (await Count(null, "mt_events")).Should().Be(0);
    }

    private async Task Seed()
    {
        await database.Migrate(new ProjectionCatalog(typeof(Ledger).Assembly));
        await database.Store(typeof(Ledger).Assembly).Append(NewStream(_mine), 0, Note(1));
        await new DeadLetters(database.Source, database.Store(), new NoServices()).Add(_mine, DeadLetterKinds.Message, "topic", "1", "reason", 1, CancellationToken.None);
        await using var transaction = await database.Source.Begin(_mine, CancellationToken.None);
        await using var command = transaction.Command(
            """
            insert into read_ledger_page (tenant_id, slot, key, sort_key, tags, data, sequence) values (current_setting('hub.tenant'), 0, gen_random_uuid(), '', '{}', '{}', 1);
            insert into read_ledger_page_tags (tenant_id, slot, tag, sort_key, key) values (current_setting('hub.tenant'), 0, '', '', gen_random_uuid());
            """);
        await command.ExecuteNonQueryAsync();
        await transaction.Commit(CancellationToken.None);
    }

    private async Task<long> Count(TenantId? tenant, string table)
    {
        await using var connection = new NpgsqlConnection(database.Connections.Runtime);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var set = new NpgsqlCommand("select set_config('hub.tenant', @tenant, true)", connection);
        set.Parameters.AddWithValue("tenant", tenant?.ToString() ?? "");
        await set.ExecuteNonQueryAsync();
#pragma warning disable CA2100 // one of the names above
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
#pragma warning restore CA2100
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<string?> Attempt(TenantTransaction transaction, string sql)
    {
        await using var command = transaction.Command(sql);
        command.Parameters.AddWithValue("theirs", _theirs.ToString());
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    /// <summary>Tables of the schema without forced row-level security or without a policy.</summary>
    private async Task<string[]> Open() => (string[])(await database.AsSuperuser(
        """
        select coalesce(array_agg(c.relname::text order by c.relname), '{}') from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
        """))!;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
