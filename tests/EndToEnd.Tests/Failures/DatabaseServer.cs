using System.Globalization;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>A durable PostgreSQL beside the hub, as a server elsewhere would be, for a test to kill and start again.</summary>
internal sealed class DatabaseServer : IAsyncDisposable
{
    private readonly string _folder;
    private PostgresCluster _cluster;

    private DatabaseServer(string folder, PostgresCluster cluster, DatabaseConnections connections) =>
        (_folder, _cluster, Connections) = (folder, cluster, connections);

    public DatabaseConnections Connections { get; }

    public int Port => new NpgsqlConnectionStringBuilder(Connections.Runtime).Port;

    public int Process => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private string PidFile => Path.Combine(_folder, "data", "postmaster.pid");

    public static async Task<DatabaseServer> Start(string folder)
    {
        var cluster = await Open(folder);
        return new(folder, cluster, await cluster.Database("hub", CancellationToken.None));
    }

    /// <summary>SIGKILL to all of its processes, and started again as whoever supervises it would.</summary>
    public async Task KillAndRestart()
    {
        using var server = System.Diagnostics.Process.GetProcessById(Process);
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        await Restart();
    }

    /// <summary>Waits until it serves again, and starts it where it has stopped by itself, as whoever supervises it would.</summary>
    public Task Recovers() => Eventually.Is(
        async () =>
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connections.Owner);
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException) when (!IsRunning)
            {
                await Restart();
                return true;
            }
            catch (NpgsqlException)
            {
                return false; // it recovers, or is about to give up
            }
        },
        "the database serves again", TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private bool IsRunning => File.Exists(PidFile) && Directory.Exists($"/proc/{Process}");

    private async Task Restart()
    {
        await _cluster.DisposeAsync();
        _cluster = await Open(_folder);
    }

    private static Task<PostgresCluster> Open(string folder) =>
        PostgresCluster.Start(new PostgresOptions(folder), NullLogger.Instance, CancellationToken.None);
}
