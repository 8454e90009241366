using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Testing;

/// <summary>
/// The PostgreSQL server of this test process, started by whoever needs it first. A watcher in a session of its own ends it when the
/// process ends, however that happens.
/// </summary>
internal static class TestCluster
{
    private const string Template = "hub_template";

    private static readonly Lazy<Task<PostgresCluster>> Cluster = new(Start);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static bool _hasTemplate;

    /// <summary>A new, migrated database.</summary>
    public static async Task<(DatabaseConnections Connections, string Superuser)> NewDatabase(string name)
    {
        var cluster = await Cluster.Value;
        await OneAtATime.WaitAsync();
        try
        {
            if (!_hasTemplate)
            {
                await Migrate(await cluster.Database(Template, CancellationToken.None));
                _hasTemplate = true;
            }

            return (await cluster.Database(name, CancellationToken.None, Template), cluster.SuperuserConnectionString(name));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static Task Migrate(DatabaseConnections connections) =>
        new Migrator(new ProjectionCatalog(typeof(Application.EventStore.IEventStore).Assembly).Tables, NullLogger<Migrator>.Instance)
            .Migrate(connections, CancellationToken.None);

    private static async Task<PostgresCluster> Start()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"lawyers-hub-tests-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}");
        var cluster = await PostgresCluster.Start(new PostgresOptions(folder, Durable: false), NullLogger.Instance, CancellationToken.None);
        Watch(folder);
        return cluster;
    }

    private static void Watch(string folder)
    {
        const string Script =
            """
            tail --pid="$1" -f /dev/null
            kill -QUIT "$(head -1 "$2/data/postmaster.pid")"
            while [ -e "$2/data/postmaster.pid" ]; do sleep 0.1; done
            rm -rf "$2"
            """;
        using var watcher = Process.Start(new ProcessStartInfo("setsid", ["--fork", "sh", "-c", $"({Script}) >/dev/null 2>&1 </dev/null", "watch", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), folder]));
        watcher?.WaitForExit();
    }
}
