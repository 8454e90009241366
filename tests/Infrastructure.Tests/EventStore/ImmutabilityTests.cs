using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class ImmutabilityTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private const string RefusedByTrigger = "HB403";
    private const string NoPermission = PostgresErrorCodes.InsufficientPrivilege;

    [Theory]
    [InlineData("update mt_events set type = 'x'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events cascade")]
    public async Task Triggers_refuse_every_change_even_to_the_owner_and_the_superuser(string sql)
    {
        (await Attempt(database.Connections.Owner, sql)).Should().Be(RefusedByTrigger);
        (await Attempt(database.SuperuserConnectionString, sql)).Should().Be(RefusedByTrigger);
        (await Attempt(database.SuperuserConnectionString, $"set local session_replication_role = replica; {sql}")).Should().Be(RefusedByTrigger);
    }

    [Theory]
    [InlineData("alter table mt_events disable trigger never_changed")]
    [InlineData("alter table mt_events disable trigger user")]
    [InlineData("alter table mt_events enable trigger never_changed")]
    [InlineData("alter table mt_events enable replica trigger never_truncated")]
    [InlineData("drop trigger never_changed on mt_events")]
    [InlineData("alter trigger never_changed on mt_events rename to of_no_use")]
    [InlineData("create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'")]
    [InlineData("alter function refuse_change() rename to of_no_use")]
    [InlineData("alter function refuse_change() set search_path = pg_temp")]
    [InlineData("drop function refuse_change() cascade")]
    [InlineData("drop table mt_events cascade")]
    [InlineData("drop schema public cascade")]
    [InlineData("drop owned by current_user cascade")]
    [InlineData("alter table mt_events rename to of_last_year")]
    [InlineData("create schema elsewhere; alter table mt_events set schema elsewhere")]
    [InlineData("alter table mt_events drop column hash")]
    [InlineData("alter table mt_events alter column causation_id type text using 'forged'")]
    [InlineData("alter table mt_events alter column timestamp type timestamptz using now()")]
    [InlineData("alter table mt_events no force row level security")]
    [InlineData("alter table mt_events disable row level security")]
    [InlineData("drop policy tenant on mt_events")]
    [InlineData("create rule of_mine as on insert to mt_events do instead nothing")]
    [InlineData("create schema mine; do $$ begin execute 'alter table mt_events disable trigger user'; end $$")]
    public async Task The_owner_of_the_tables_cannot_switch_off_or_go_around_what_keeps_the_log(string sql) =>
        (await Attempt(database.Connections.Owner, sql)).Should().BeOneOf(RefusedByTrigger, NoPermission);

    [Theory]
    [InlineData("alter event trigger keep_the_log_after_command disable")]
    [InlineData("drop event trigger keep_the_log_after_drop")]
    [InlineData("drop schema hub_guard cascade")]
    [InlineData("create or replace function hub_guard.refuse(what text) returns void language sql as 'select'")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("set role postgres")]
    public async Task The_owner_of_the_tables_cannot_touch_the_keeper_itself(string sql) =>
        (await Attempt(database.Connections.Owner, sql)).Should().Be(NoPermission);

    [Fact]
    public async Task The_owner_of_the_tables_cannot_drop_the_database()
    {
        var name = new NpgsqlConnectionStringBuilder(database.Connections.Owner).Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Connections.Owner) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the test's own name
        await using var drop = new NpgsqlCommand($"drop database {name} with (force)", connection);
#pragma warning restore CA2100
        var dropping = () => drop.ExecuteNonQueryAsync();

        (await dropping.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(NoPermission);
    }

    [Theory]
    [InlineData("alter table mt_events add column later text null")]
    [InlineData("alter table mt_events add column code text null generated always as (data ->> 'Code') stored")]
    [InlineData("create index on mt_events (type)")]
    [InlineData("create table later (id int); drop table later")]
    [InlineData("create or replace function move_checkpoint(p_name varchar, p_from_transaction xid8, p_from_seq bigint, p_transaction xid8, p_seq bigint) returns void language sql as 'select'")]
    public async Task A_migration_still_has_the_owners_rights_to_everything_else(string sql) =>
        (await Attempt(database.Connections.Owner, sql)).Should().BeNull();

    [Fact]
    public async Task Without_the_keeper_the_owner_could_switch_the_triggers_off()
    {
        await database.AsSuperuser("alter event trigger keep_the_log_after_command disable");
        try
        {
            (await Attempt(database.Connections.Owner, "alter table mt_events disable trigger user; delete from mt_events")).Should().BeNull();
        }
        finally
        {
            await database.AsSuperuser("alter event trigger keep_the_log_after_command enable");
        }
    }

    [Theory]
    [InlineData("update mt_events set type = 'x'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events cascade")]
    [InlineData("alter table mt_events disable trigger user")]
    [InlineData("alter table mt_events no force row level security")]
    [InlineData("drop policy tenant on mt_events")]
    [InlineData("drop table mt_events")]
    [InlineData("create table of_my_own (id int)")]
    [InlineData("create temporary table of_my_own (id int)")]
    [InlineData("create schema of_my_own")]
    [InlineData("create function of_my_own() returns int language sql as 'select 1'")]
    [InlineData("create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'")]
    [InlineData("create index on mt_events (type)")]
    [InlineData("alter table mt_streams add column mine int")]
    [InlineData("set role hub_owner")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("delete from mt_streams")]
    [InlineData("update mt_streams set id = gen_random_uuid()")]
    [InlineData("select setval('mt_events_sequence', 1)")]
    [InlineData("select * from schema_migrations")]
    public async Task The_runtime_role_has_no_right_to_any_of_this(string sql) =>
        (await Attempt(database.Connections.Runtime, sql)).Should().Be(NoPermission);

    /// <summary>The SQLSTATE that the statement ends with, on a database that holds an event of the tenant in the setting.</summary>
    private async Task<string?> Attempt(string connectionString, string sql)
    {
        var tenant = NewTenant();
        await database.Store(typeof(Ledger).Assembly).Append(NewStream(tenant), 0, Note(1));
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
#pragma warning disable CA2100 // the test's own statements
        await using var command = new NpgsqlCommand($"select set_config('hub.tenant', '{tenant}', true); {sql}", connection, transaction);
#pragma warning restore CA2100
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
}
