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
    [InlineData("update mt_events set type = 'x'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events cascade")]
    [InlineData("alter table mt_events disable trigger user")]
    [InlineData("alter table mt_events no force row level security")]
    [InlineData("drop policy tenant on mt_events")]
    [InlineData("drop table mt_events")]
    [InlineData("create table of_my_own (id int)")]
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
