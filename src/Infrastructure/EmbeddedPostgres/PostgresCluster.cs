using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server of our own in one folder: made at the first start, on loopback only, as an unprivileged user, in a session of
/// its own so that the terminal's Ctrl-C reaches the hub first. Disposing stops it.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string OwnerRole = "hub_owner";
    private const string RuntimeRole = "hub_runtime";

    private readonly PostgresOptions _options;
    private readonly ClusterServer _server;
    private readonly ClusterPasswords _passwords;
    private readonly FileStream _lock;
    private readonly int _port;

    private PostgresCluster(PostgresOptions options, ClusterServer server, ClusterPasswords passwords, FileStream @lock, int port) =>
        (_options, _server, _passwords, _lock, _port) = (options, server, passwords, @lock, port);

    /// <summary>For administration and for tests that tamper; the hub itself never connects so.</summary>
    public string SuperuserConnectionString(string database) => ConnectionString("postgres", _passwords.Superuser, database);

    /// <exception cref="EmbeddedPostgresException">The server cannot run; the message says why and what to do.</exception>
    public static async Task<PostgresCluster> Start(PostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = new ClusterFolder(options.Folder);
        var account = ServerAccount.Needed();
        folder.Create();
        if (account is not null)
        {
            await account.TakeOver(folder.Root, logger, cancellationToken);
        }

        var @lock = folder.Lock();
        try
        {
            var server = new ClusterServer(folder, PostgresBinaries.Find(folder.DataVersion()), account, logger);
            var passwords = folder.ReadOrMakePasswords();
            await server.Initialise(passwords.Superuser, cancellationToken);
            var port = await server.Start(options, cancellationToken);
            var cluster = new PostgresCluster(options, server, passwords, @lock, port);
            await cluster.Probe(cancellationToken);
            return cluster;
        }
        catch
        {
            await @lock.DisposeAsync();
            throw;
        }
    }

    /// <summary>The database of this name, made with its roles where it is missing.</summary>
    /// <param name="template">A database to copy; nobody may be connected to it.</param>
    public async Task<DatabaseConnections> Database(string name, CancellationToken cancellationToken, string template = "template1")
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString("postgres"));
        await connection.OpenAsync(cancellationToken);
        await EnsureRole(connection, OwnerRole, _passwords.Owner, cancellationToken);
        await EnsureRole(connection, RuntimeRole, _passwords.Runtime, cancellationToken);
        await EnsureDatabase(connection, name, template, cancellationToken);
        await KeepTheLog(name, cancellationToken);
        return new(ConnectionString(OwnerRole, _passwords.Owner, name), ConnectionString(RuntimeRole, _passwords.Runtime, name));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.Stop(_options.Durable);
        await _lock.DisposeAsync();
    }

    private async Task Probe(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(SuperuserConnectionString("postgres"));
            await connection.OpenAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw new EmbeddedPostgresException(
                $"The database server in {_options.Folder} runs but refuses its own password or data ({e.Message}): restore the folder from a backup.", e);
        }
    }

    private static async Task EnsureRole(NpgsqlConnection connection, string role, string password, CancellationToken cancellationToken)
    {
        // Two test databases may be made at the same moment, and roles belong to the whole cluster.
        await using var command = new NpgsqlCommand(
            """
            select pg_advisory_lock(4801);
            select set_config('hub.role', @role, false), set_config('hub.password', @password, false);
            do $$ begin
                if not exists (select from pg_roles where rolname = current_setting('hub.role')) then
                    execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls password %L',
                        current_setting('hub.role'), current_setting('hub.password'));
                end if;
            end $$;
            select pg_advisory_unlock(4801);
            """,
            connection);
        command.Parameters.AddWithValue("role", role);
        command.Parameters.AddWithValue("password", password);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task EnsureDatabase(NpgsqlConnection connection, string name, string template, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = @name)", connection);
        exists.Parameters.AddWithValue("name", name);
        if (await exists.ExecuteScalarAsync(cancellationToken) is true)
        {
            return;
        }

        var quoted = new NpgsqlCommandBuilder();
        var database = quoted.QuoteIdentifier(name);
#pragma warning disable CA2100 // identifiers cannot be parameters; they are quoted
        await using var create = new NpgsqlCommand(
            $"create database {database} template {quoted.QuoteIdentifier(template)}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        await using var restrict = new NpgsqlCommand(
            $"revoke all on database {database} from public; grant connect on database {database} to {RuntimeRole}", connection);
        await restrict.ExecuteNonQueryAsync(cancellationToken);
#pragma warning restore CA2100
    }

    /// <summary>The database is the superuser's, so that the owner of its tables can neither drop it nor switch off what keeps the log.</summary>
    private async Task KeepTheLog(string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString(name));
        await connection.OpenAsync(cancellationToken);
        var database = new NpgsqlCommandBuilder().QuoteIdentifier(name);
#pragma warning disable CA2100 // an embedded file and a quoted identifier
        await using var keep = new NpgsqlCommand(
            $"""
            alter database {database} owner to postgres;
            grant create, temporary on database {database} to {OwnerRole};
            grant connect on database {database} to {OwnerRole};
            grant usage, create on schema public to {OwnerRole} with grant option;
            {LogKeeper.Sql}
            """,
            connection);
#pragma warning restore CA2100
        await keep.ExecuteNonQueryAsync(cancellationToken);
    }

    private string ConnectionString(string user, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = user,
        Password = password,
        Database = database,
        SslMode = SslMode.Disable,
        Pooling = user == RuntimeRole,
    }.ConnectionString;
}
