using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Where the hub's data lies: the database that the settings name, or a private cluster of its own, stopped with the hub.</summary>
internal sealed class DatabaseHome : IAsyncDisposable
{
    private readonly PostgresCluster? _cluster;

    private DatabaseHome(DatabaseConnections connections, bool isOwned, PostgresCluster? cluster) =>
        (Connections, IsOwned, _cluster) = (connections, isOwned, cluster);

    public DatabaseConnections Connections { get; }

    /// <summary>Whether this process may migrate it.</summary>
    public bool IsOwned { get; }

    public static async Task<DatabaseHome> Open(HubSettings settings, ILogger logger, CancellationToken cancellationToken)
    {
        if (settings.RuntimeConnection is { Length: > 0 } runtime)
        {
            return new DatabaseHome(new DatabaseConnections(settings.OwnerConnection ?? "", runtime), settings.OwnerConnection is not null, cluster: null);
        }

        var cluster = await PostgresCluster.Start(new PostgresOptions(Path.Combine(settings.DataDirectory, "postgres")), logger, cancellationToken);
        try
        {
            return new DatabaseHome(await cluster.Database("hub", cancellationToken), isOwned: true, cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
