using System.Data;
using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>
/// The hub's connections as the runtime role. Whatever touches a table says first whose rows it means; a query that forgets finds none.
/// </summary>
public sealed class HubDataSource : IAsyncDisposable
{
    private readonly NpgsqlDataSource _pooled;
    private readonly string _connectionString;

    public HubDataSource(string runtimeConnectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(runtimeConnectionString)
        {
            ApplicationName = "lawyers-hub",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 60,

            // Settings are made per transaction only, so there is no session state to wipe; sessions with state are not pooled.
            NoResetOnClose = true,

            // Every statement here finds its rows by key, so one plan serves all values. Left to itself the server plans those with array
            // parameters anew each time, which cost an append ten times its work. A plan may be made while its tables are still empty, and
            // serves until the server next gathers statistics: it must be one that stays right, so index by index, row by row.
            // A page costs nearly the same wherever it lies; else whole runs of other firms' rows would be read in order to save a few jumps.
            Options = "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
        };
        settings.Timezone = "UTC";
        _pooled = NpgsqlDataSource.Create(settings.ConnectionString);
        settings.Pooling = false;
        _connectionString = settings.ConnectionString;
    }

    /// <summary>A transaction that sees and writes the rows of one tenant.</summary>
    public async Task<TenantTransaction> Begin(TenantId tenant, CancellationToken cancellationToken)
    {
        var transaction = await Begin(cancellationToken);
        await transaction.Become(tenant, cancellationToken);
        return transaction;
    }

    /// <summary>A transaction that only reads, and sees the tenant's rows as they are at its first statement, however long it takes.</summary>
    internal async Task<TenantTransaction> BeginInstant(TenantId tenant, CancellationToken cancellationToken)
    {
        var connection = await _pooled.OpenConnectionAsync(cancellationToken);
        var transaction = new TenantTransaction(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
        await transaction.Become(tenant, cancellationToken);
        return transaction;
    }

    /// <summary>One round trip on behalf of a tenant, in a transaction of its own: commands are added to the batch that comes back.</summary>
    public NpgsqlBatch Batch(TenantId tenant)
    {
        var batch = _pooled.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.For(tenant));
        return batch;
    }

    /// <summary>
    /// The same for what matters only once something later is durable, or may be done again after a power cut. The log is written in the
    /// order of commits, so whoever waits for a later commit has this one on the disk as well.
    /// </summary>
    public NpgsqlBatch UnhurriedBatch(TenantId tenant)
    {
        var batch = _pooled.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Unhurried(tenant));
        return batch;
    }

    /// <summary>A single call of a database function that makes its own tenant setting.</summary>
#pragma warning disable CA2100 // callers pass constants; their values come as parameters
    internal NpgsqlCommand SelfScopedCommand(string sql) => _pooled.CreateCommand(sql);
#pragma warning restore CA2100

    /// <summary>One round trip that begins with a call of a database function that makes the tenant setting.</summary>
    internal NpgsqlBatch SelfScopedBatch() => _pooled.CreateBatch();

    /// <summary>One round trip that reads across tenants; only <see cref="CrossTenantReading"/> may ask for it.</summary>
    internal NpgsqlBatch UnscopedBatch() => _pooled.CreateBatch();

    internal async Task<TenantTransaction> Begin(CancellationToken cancellationToken)
    {
        var connection = await _pooled.OpenConnectionAsync(cancellationToken);
        return new TenantTransaction(connection, await connection.BeginTransactionAsync(cancellationToken));
    }

    /// <summary>A session outside the pool, for what outlives a transaction: <c>LISTEN</c> and session locks.</summary>
    public async Task<NpgsqlConnection> OpenSession(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public ValueTask DisposeAsync() => _pooled.DisposeAsync();
}
