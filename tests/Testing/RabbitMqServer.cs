using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RabbitMQ.Client;

namespace Lawyers.Hub.Testing;

/// <summary>
/// A real RabbitMQ of one node in a folder of its own, on loopback. A watcher in a session of its own ends it when the process that started
/// it ends, however that happens.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly Lazy<Task<RabbitMqServer>> OfThisProcess = new(StartNew);

    private readonly string _folder;
    private readonly int _port = FreePort();
    private readonly int _distribution = FreePort();
    private readonly int _names = FreePort();

    private RabbitMqServer(string folder) => _folder = folder;

    public Uri Uri => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    private string PidFile => Path.Combine(_folder, "pid");

    /// <summary>One for all tests of a process that only need a broker.</summary>
    public static Task<RabbitMqServer> Shared() => OfThisProcess.Value;

    /// <summary>One of its own, for a test that kills it.</summary>
    public static async Task<RabbitMqServer> StartNew()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("RabbitMQ is missing: build/test.sh installs it, or: apt-get install rabbitmq-server.");
        }

        var server = new RabbitMqServer(Directory.CreateTempSubdirectory("lawyers-hub-broker-").FullName);
        server.Watch();
        await server.Start();
        return server;
    }

    /// <summary>Starts it, again after <see cref="Kill"/>, with what it has kept.</summary>
    public async Task Start()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 100MB
            log.console = false

            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "enabled_plugins"), "[rabbitmq_consistent_hash_exchange].\n");
        var start = new ProcessStartInfo("sh", ["-c", $"exec {Program} >\"$0/out\" 2>&1 </dev/null", _folder]) { WorkingDirectory = _folder };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start);
        await Eventually.Is(Answers, "the broker takes connections", TimeSpan.FromSeconds(90));
    }

    /// <summary>
    /// Waits until the name of a quorum queue is on disk: that alone RabbitMQ writes half a second late, and a server that is killed before
    /// knows the queue, but not where it lies.
    /// </summary>
    public Task Remembers(string queue) => Eventually.Is(
        async () => Directory.EnumerateFiles(_folder, "names.dets", SearchOption.AllDirectories).FirstOrDefault() is { } names
            && (await File.ReadAllBytesAsync(names)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(queue)) >= 0,
        "the broker has written down where the queue lies");

    /// <summary>SIGKILL, as a power failure does it.</summary>
    public async Task Kill()
    {
        using var server = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(PidFile)).Trim(), CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync() => await Kill();

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = _folder, // where the cookie lies
        ["RABBITMQ_NODENAME"] = $"hub{_port}@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_PID_FILE"] = PidFile,
        ["RABBITMQ_DIST_PORT"] = $"{_distribution}",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{_names}",

        // Busy waiting of its schedulers would take the cores from the tests.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = Uri }.CreateConnectionAsync();
            return true;
        }
        catch (IOException)
        {
            return false; // not yet
        }
    }

    private void Watch()
    {
        const string Script =
            """
            tail --pid="$1" -f /dev/null
            kill -KILL "$(cat "$2/pid")"
            ERL_EPMD_PORT="$3" epmd -kill
            rm -rf "$2"
            """;
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var names = _names.ToString(CultureInfo.InvariantCulture);
        using var watcher = Process.Start(
            new ProcessStartInfo("setsid", ["--fork", "sh", "-c", $"({Script}) >/dev/null 2>&1 </dev/null", "watch", own, _folder, names]));
        watcher!.WaitForExit();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
