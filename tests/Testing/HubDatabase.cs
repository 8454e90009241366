using System.Globalization;
using System.Reflection;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lawyers.Hub.Testing;

/// <summary>A migrated database of its own on a real PostgreSQL server, for one test class (<c>IClassFixture&lt;HubDatabase&gt;</c>).</summary>
#pragma warning disable CA1001 // xunit disposes it through IAsyncLifetime
public sealed class HubDatabase : IAsyncLifetime
#pragma warning restore CA1001
{
    private HubDataSource? _source;

    /// <summary>Owner and runtime role, as the hub's own settings would name them.</summary>
    public DatabaseConnections Connections { get; private set; } = new("", "");

    /// <summary>Past every wall: for tests that tamper or look at raw bytes.</summary>
    public string SuperuserConnectionString { get; private set; } = "";

    public HubDataSource Source => _source ?? throw new InvalidOperationException("The database was not started.");

    public InMemorySubjectKeyRing Keys { get; } = new();

    public AppendSignal Signal { get; } = new();

    public async Task InitializeAsync()
    {
        (Connections, SuperuserConnectionString) = await TestCluster.NewDatabase($"hub_{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}");
        _source = new HubDataSource(Connections.Runtime);
    }

    public async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The event store, knowing the domain's events and those of <paramref name="more"/>.</summary>
    public PostgresEventStore Store(params Assembly[] more) => Store(Source, more);

    /// <summary>The same on other connections.</summary>
    public PostgresEventStore Store(HubDataSource source, params Assembly[] more)
    {
        var json = new StoredJson(Keys);
        var catalog = Catalog(more);
        return new PostgresEventStore(source, catalog, json, new EventReading(catalog, json), Signal, new Masker());
    }

    public PostgresEventLog Log() => new(Source);

    /// <summary>Where the nodes of this database keep what lies beside it: the master key, the newest checkpoints.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hub-tests-").FullName;

    /// <summary>A full verification, with the keys in <see cref="Folder"/>.</summary>
    public Task<LedgerVerification> Verify(TenantId tenant, params SignedCheckpoint[] trusted) => new LedgerVerifier(
        Source, new LedgerKeys(Source, new SealedFileMasterKeys(Path.Combine(Folder, "master.key"))), new KeptCheckpoints(Path.Combine(Folder, "ledger")))
        .Verify(tenant, trusted, progress: null, CancellationToken.None);

    public static EventCatalog Catalog(params Assembly[] more) => new([typeof(IDomainEvent).Assembly, .. more], Upcasters.All);

    /// <summary>Makes the read tables of further projections, as a start of the hub does.</summary>
    public Task Migrate(ProjectionCatalog projections) =>
        new Migrator(projections.Tables, NullLogger<Migrator>.Instance).Migrate(Connections, CancellationToken.None);

    /// <summary>One statement as the superuser, past row-level security.</summary>
    public async Task<object?> AsSuperuser(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // a test's own text
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
