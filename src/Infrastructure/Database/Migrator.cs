using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>Brings a database to the present schema, as its owner: every migration once, in order, and a read table for every projection.</summary>
/// <param name="readTables">The read tables of the projections this hub runs.</param>
/// <param name="logger">Hears of each step.</param>
public sealed class Migrator(IEnumerable<ReadTable> readTables, ILogger<Migrator> logger)
{
    private const long LockKey = 0x4855_4221;

    /// <exception cref="SchemaMismatchException">A migration that already ran has been edited since.</exception>
    public async Task Migrate(DatabaseConnections connections, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connections.Owner);
        await connection.OpenAsync(cancellationToken);
        await Lock(connection, cancellationToken);
        var applied = await Applied(connection, cancellationToken);
        var runtime = QuotedRole(connections.Runtime);
        foreach (var migration in Migration.All())
        {
            if (!applied.TryGetValue(migration.Number, out var checksum))
            {
                await Apply(connection, migration, runtime, cancellationToken);
            }
            else if (checksum != migration.Checksum)
            {
                throw new SchemaMismatchException(
                    $"This database was made by another version of the hub (migration {migration.Number:0000}-{migration.Name} differs): start that version, or an empty data directory.");
            }
        }

        foreach (var table in readTables)
        {
            await Run(connection, table.Definition(runtime), cancellationToken);
        }

        await WarnIfUnkept(connection, cancellationToken);
    }

    private async Task WarnIfUnkept(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_event_trigger where evtname = @name)", connection);
        command.Parameters.AddWithValue("name", LogKeeper.EventTrigger);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            logger.LogWarning("The owner of this database's tables could switch off the triggers that keep the log; docs/operations.md says how to prevent it");
        }
    }

    private async Task Apply(NpgsqlConnection connection, Migration migration, string runtime, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Run(connection, migration.For(runtime), cancellationToken);
        await using var record = new NpgsqlCommand(
            "insert into schema_migrations (number, name, checksum) values (@number, @name, @checksum)", connection, transaction);
        record.Parameters.AddWithValue("number", migration.Number);
        record.Parameters.AddWithValue("name", migration.Name);
        record.Parameters.AddWithValue("checksum", migration.Checksum);
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogInformation("Applied migration {Number} {Name}", migration.Number, migration.Name);
    }

    private static async Task Lock(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Held until the connection closes: nodes that start together migrate one after the other.
        await using var command = new NpgsqlCommand("select pg_advisory_lock(@key)", connection);
        command.Parameters.AddWithValue("key", LockKey);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await Run(
            connection,
            """
            create table if not exists schema_migrations (
                number int primary key,
                name text not null,
                checksum text not null,
                applied_at timestamptz not null default clock_timestamp());
            alter table schema_migrations enable row level security, force row level security;
            do $$ begin
                if not exists (select from pg_policies where tablename = 'schema_migrations') then
                    create policy owner_only on schema_migrations to current_user using (true) with check (true);
                end if;
            end $$;
            """,
            cancellationToken);
        await using var command = new NpgsqlCommand("select number, checksum from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // the migrations themselves, embedded in this assembly
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string QuotedRole(string runtimeConnectionString)
    {
        var user = new NpgsqlConnectionStringBuilder(runtimeConnectionString).Username
            ?? throw new InvalidOperationException("The runtime connection string names no user, so nothing can be granted to it.");
        return new NpgsqlCommandBuilder().QuoteIdentifier(user);
    }
}
