using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.Database;

/// <summary>Every table of a migrated database, also those that are made tomorrow.</summary>
public sealed class EveryTableTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    /// <summary>Bookkeeping of the hub itself; whoever adds a table without a tenant must want it enough to say so here.</summary>
    private static readonly string[] OfNoTenant =
        ["mt_doc_deadletterevent", "mt_event_progression", "mt_high_water_skips", "schema_migrations", "subscription_checkpoints"];

    /// <summary>
    /// Which slot of a view is live is no tenant's secret, and every query of a view asks for it. Raw payloads are dropped by the day, which
    /// the function does only after their time.
    /// </summary>
    private static readonly string[] WithTheOwnersRights = ["function drop_raw_payloads", "function live_slot"];

    [Fact]
    public async Task A_tenant_reaches_no_row_of_another_in_any_table()
    {
        var tables = await Tables("true");
        tables.Should().Contain(["mt_events", "bus_lanes", "contents", "staff_accounts"]);

        var breaches = new List<string>();
        foreach (var table in tables)
        {
            breaches.AddRange((await new Wall(database, table).Breaches()).Select(breach => $"{table}: {breach}"));
        }

        breaches.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_row_has_a_tenant_but_in_the_bookkeeping_of_the_hub_itself() =>
        (await Tables("not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)"))
            .Should().BeEquivalentTo(OfNoTenant);

    [Fact]
    public async Task A_partition_has_the_walls_of_its_table_and_is_granted_to_nobody()
    {
        (await database.AsSuperuser("select count(*) from pg_class where relispartition and relkind = 'r'")).Should().Be(10L, "of raw payloads");
        (await database.AsSuperuser(
            """
            select coalesce(array_agg(c.relname::text), '{}') from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where c.relkind = 'r' and (
                not (c.relrowsecurity and c.relforcerowsecurity)
                or exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner)
                or (select array_agg((p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))::text order by p.polname)
                    from pg_policy p where p.polrelid = c.oid)
                is distinct from
                    (select array_agg((p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, i.inhparent), pg_get_expr(p.polwithcheck, i.inhparent))::text order by p.polname)
                    from pg_policy p where p.polrelid = i.inhparent))
            """)).Should().BeEquivalentTo(Array.Empty<string>());
    }

    [Theory]
    [InlineData("", "counts others' rows")]
    [InlineData("alter table {0} enable row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true))", "its owner may pass")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (true) with check (tenant_id = current_setting('hub.tenant', true))", "reads another's rows")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (true) with check (tenant_id = current_setting('hub.tenant', true))", "reads without saying whose")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true)) with check (true)", "writes in another's name")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true) or current_setting('hub.scope', true) = 'every-tenant')", "gives its rows to another while reading across")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true) or current_setting('hub.scope', true) = 'every-tenant')", "writes in another's name while reading across")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true) or current_setting('hub.scope', true) = 'every-tenant')", "changes another's rows")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (true) with check (tenant_id = current_setting('hub.tenant', true))", "removes another's rows")]
    [InlineData("alter table {0} enable row level security, force row level security; create policy p on {0} using (tenant_id = current_setting('hub.tenant', true) or current_setting('hub.scope', true) = 'every-tenant') with check (tenant_id = current_setting('hub.tenant', true))", "removes another's rows while reading across")]
    public async Task A_gap_in_a_wall_is_found(string wall, string breach)
    {
        var table = $"careless_{Guid.NewGuid():N}";
        await database.AsSuperuser($"create table {table} (tenant_id varchar not null, id uuid not null)");
        try
        {
            await database.AsSuperuser("select; " + wall.Replace("{0}", table, StringComparison.Ordinal));

            (await new Wall(database, table).Breaches()).Should().Contain(breach);
        }
        finally
        {
            await database.AsSuperuser($"drop table {table}");
        }
    }

    [Fact]
    public async Task A_whole_wall_has_no_gap()
    {
        await database.AsSuperuser(
            """
            create table careful (tenant_id varchar not null, id uuid not null);
            alter table careful enable row level security, force row level security;
            create policy p on careful using (tenant_id = current_setting('hub.tenant', true)) with check (tenant_id = current_setting('hub.tenant', true));
            """);
        try
        {
            (await new Wall(database, "careful").Breaches()).Should().BeEmpty();
        }
        finally
        {
            await database.AsSuperuser("drop table careful");
        }
    }

    [Fact]
    public async Task Nothing_reads_with_other_rights_than_the_readers_own_but_what_is_named_here() =>
        (await WaysAround()).Should().BeEquivalentTo(WithTheOwnersRights);

    [Theory]
    [InlineData("create function way_around() returns bigint language sql security definer as 'select count(*) from mt_events'", "drop function way_around()", "function way_around")]
    [InlineData("create view way_around as select * from mt_events", "drop view way_around", "view way_around")]
    [InlineData("create materialized view way_around as select * from mt_events", "drop materialized view way_around", "view way_around")]
    public async Task A_way_around_the_walls_is_found(string make, string remove, string found)
    {
        await database.AsSuperuser(make);
        try
        {
            (await WaysAround()).Should().Contain(found);
        }
        finally
        {
            await database.AsSuperuser(remove);
        }
    }

    [Fact]
    public async Task Everything_belongs_to_the_owner_role_and_the_runtime_role_owns_and_makes_nothing()
    {
        var (owner, runtime) = (UserOf(database.Connections.Owner), UserOf(database.Connections.Runtime));

        (await database.AsSuperuser($"select count(*) from pg_class where relnamespace = 'public'::regnamespace and relowner <> '{owner}'::regrole")).Should().Be(0L);
        (await database.AsSuperuser($"select count(*) from pg_proc where pronamespace = 'public'::regnamespace and proowner <> '{owner}'::regrole")).Should().Be(0L);
        (await database.AsSuperuser(
            $"""
            select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or pg_has_role('{runtime}', '{owner}', 'member')
                or has_schema_privilege('{runtime}', 'public', 'create') or has_database_privilege('{runtime}', current_database(), 'create, temporary')
            from pg_roles where rolname = '{runtime}'
            """)).Should().Be(false);
    }

    private static string? UserOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username;

    /// <summary>Functions and views that read as their owner, past the walls around their caller.</summary>
    private async Task<string[]> WaysAround() => (string[])(await database.AsSuperuser(
        """
        select coalesce(array_agg(name order by name), '{}') from (
            select 'function ' || proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
            union all
            select 'view ' || relname from pg_class
            where relnamespace = 'public'::regnamespace
                and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))) found
        """))!;

    private async Task<string[]> Tables(string which) => (string[])(await database.AsSuperuser(
        $"""
        select coalesce(array_agg(c.relname::text order by c.relname), '{"{}"}') from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and {which}
        """))!;
}
