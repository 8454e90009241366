using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>
/// One PostgreSQL server for the hub and for what it is compared with, durable and with the hub's own settings: neither has the better
/// disk or the better server.
/// </summary>
internal sealed class DurableCluster : IAsyncDisposable
{
    private readonly ScratchFolder _folder;
    private readonly PostgresCluster _cluster;

    private DurableCluster(ScratchFolder folder, PostgresCluster cluster) => (_folder, _cluster) = (folder, cluster);

    public static async Task<DurableCluster> Start(CancellationToken cancellationToken)
    {
        var folder = new ScratchFolder();
        try
        {
            return new(folder, await PostgresCluster.Start(new PostgresOptions(folder["postgres"]), NullLogger.Instance, cancellationToken));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The database of this name with the hub's two roles, made where it is missing; empty until somebody migrates it.</summary>
    public Task<DatabaseConnections> Database(string name, CancellationToken cancellationToken) => _cluster.Database(name, cancellationToken);

    /// <summary>Pooled connections that see every row and may make tables, prepared as the hub's own are.</summary>
    public NpgsqlDataSource Unrestricted(string database) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(_cluster.SuperuserConnectionString(database))
        {
            ApplicationName = "lawyers-hub-bench",
            Pooling = true,
            MaxPoolSize = 60,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        }.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }
}
