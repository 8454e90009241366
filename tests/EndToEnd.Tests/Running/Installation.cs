using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Running;

/// <summary>A whole installation in a folder of its own: hub, embedded PostgreSQL and simulator, seeded with the demo firm.</summary>
public class Installation : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lawyers-hub-");
    private readonly int _hubPort = FreePort();
    private readonly int _simulatorPort = FreePort();
    private HubProcess? _hub;
    private HubProcess? _simulator;

    public string HubUrl => $"http://127.0.0.1:{_hubPort}";

    public string SimulatorUrl => $"http://127.0.0.1:{_simulatorPort}";

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    public JsonElement Credentials { get; private set; }

    /// <summary>Settings of the simulator that a story adds.</summary>
    protected virtual IReadOnlyDictionary<string, string> MoreOfMeta => new Dictionary<string, string>();

    internal HubProcess Hub => _hub ?? throw new InvalidOperationException("The hub is not running.");

    public (string Email, string Password) Login(string role)
    {
        var user = Credentials.GetProperty("users").EnumerateArray().Single(user => user.GetProperty("role").GetString() == role);
        return (user.GetProperty("email").GetString()!, user.GetProperty("password").GetString()!);
    }

    public virtual async Task InitializeAsync()
    {
        // The embedded server runs as another user when the tests run as root: it must be able to pass this folder.
        File.SetUnixFileMode(
            _folder.FullName,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        await Start();
    }

    public async Task Start()
    {
        var credentials = Path.Combine(DataDirectory, "credentials.json");
        _simulator = HubProcess.Start("Simulator", new Dictionary<string, string>(MoreOfMeta)
        {
            ["Simulator__Urls"] = SimulatorUrl,
            ["Simulator__HubUrl"] = HubUrl,
            ["Simulator__Credentials"] = credentials,
            ["Simulator__DataDirectory"] = Path.Combine(_folder.FullName, "simulator"),
        });
        _hub = HubProcess.Start("Web", new Dictionary<string, string>
        {
            ["Hub__Demo"] = "true",
            ["Hub__DataDirectory"] = DataDirectory,
            ["ASPNETCORE_URLS"] = HubUrl,
            ["Simulator__Urls"] = SimulatorUrl,
            ["WhatsApp__GraphBaseUrl"] = SimulatorUrl,
            ["Intake__BatchingWindow"] = "00:00:00", // the stories' clients wait for each answer
        });
        using var http = new HttpClient();
        await Eventually.Is(() => Answers(http, $"{HubUrl}/health/ready", _hub), "the hub is ready", TimeSpan.FromSeconds(180));
        await Eventually.Is(() => Answers(http, $"{SimulatorUrl}/health/live", _simulator), "the simulator is up", TimeSpan.FromSeconds(60));
        Credentials = JsonDocument.Parse(await File.ReadAllTextAsync(credentials)).RootElement;
    }

    /// <summary>As Ctrl-C does it; the exit codes of hub and simulator.</summary>
    public async Task<(int Hub, int Simulator)> Stop() => (await _hub!.Stop(), await _simulator!.Stop());

    /// <summary>As a power failure does it: the hub, the simulator and every process of the database, without warning.</summary>
    public async Task KillEverything()
    {
        var postmaster = Directory.EnumerateFiles(DataDirectory, "postmaster.pid", SearchOption.AllDirectories).Single();
        var pid = int.Parse((await File.ReadAllLinesAsync(postmaster))[0], System.Globalization.CultureInfo.InvariantCulture);
        await _hub!.Kill();
        await _simulator!.Kill();
        using var server = System.Diagnostics.Process.GetProcessById(pid);
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    public async Task DisposeAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static async Task<bool> Answers(HttpClient http, string url, HubProcess process)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"It stopped instead of starting:\n{process.Output}");
        }

        try
        {
            using var answer = await http.GetAsync(new Uri(url));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
