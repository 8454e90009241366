using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.Database;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>The hub as a process of its own, all roles in one, with the demo firm in it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(15);

    private readonly ScratchFolder _folder;
    private readonly bool _ownsFolder;
    private readonly Process _process;

    private HubProcess(ScratchFolder folder, bool ownsFolder, Process process, Uri url) =>
        (_folder, _ownsFolder, _process, Url) = (folder, ownsFolder, process, url);

    public Uri Url { get; }

    /// <summary>What the demo seed wrote down: see <c>credentials.json</c> in the README.</summary>
    public JsonElement Credentials { get; private set; }

    /// <param name="database">Where its data lies; migrated and seeded by the start.</param>
    /// <param name="graph">Meta's side.</param>
    /// <param name="settings">More settings as environment variables (<c>Section__Key</c>); they win over the ones made here.</param>
    /// <param name="beside">Another process of the same hub, whose keys it shares.</param>
    /// <exception cref="BenchmarkException">It ended, or was not ready in time.</exception>
    public static async Task<HubProcess> Start(
        DatabaseConnections database,
        Uri graph,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? settings = null,
        HubProcess? beside = null)
    {
        var folder = beside?._folder ?? new ScratchFolder();
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var hub = new HubProcess(folder, beside is null, Run(folder["data"], url, database, graph, settings), url);
        try
        {
            await hub.BecomeReady(cancellationToken);
            using var credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder["data"], "credentials.json"), cancellationToken));
            hub.Credentials = credentials.RootElement.Clone();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>What of it lies in memory, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>A client of the API as the demo firm's holder of this token: <c>admin</c>, <c>lawyer</c>, <c>auditor</c> or <c>ingest</c>.</summary>
    public HttpClient Api(string token)
    {
        var client = LocalHost.Client(Url);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Credentials.GetProperty("apiTokens").GetProperty(token).GetString());
        return client;
    }

    /// <summary>Asks it to stop and, where it does not, ends it: no run leaves a hub behind.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [$"-{SigTerm}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(StopsWithin);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }

        _process.Dispose();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }

    private static Process Run(string data, Uri url, DatabaseConnections database, Uri graph, IReadOnlyDictionary<string, string>? settings)
    {
        Directory.CreateDirectory(data);
        var bin = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(bin.Parent!.Parent!.FullName, "Web", bin.Name, "Lawyers.Hub.Web.dll")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Hub__Demo"] = "true";
        start.Environment["Intake__BatchingWindow"] = "00:00:00";
        start.Environment["Hub__DataDirectory"] = data;
        start.Environment["ConnectionStrings__Hub"] = database.Runtime;
        start.Environment["ConnectionStrings__HubOwner"] = database.Owner;
        start.Environment["ASPNETCORE_URLS"] = url.ToString().TrimEnd('/');
        start.Environment["WhatsApp__GraphBaseUrl"] = graph.ToString();
        start.Environment["WhatsApp__RequestsPerSecond"] = "1000000"; // all of the load comes from one address
        start.Environment["WhatsApp__ChannelRequestsPerSecond"] = "1000000";
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        start.Environment["Serilog__MinimumLevel__Override__Microsoft.Hosting.Lifetime"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            // Warnings and errors explain a bad figure; whoever measures should see them.
            if (line.Data is { Length: > 0 })
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        process.BeginOutputReadLine();
        return process;
    }

    private async Task BecomeReady(CancellationToken cancellationToken)
    {
        using var http = LocalHost.Client(Url);
        http.Timeout = TimeSpan.FromSeconds(5);
        var waited = Stopwatch.StartNew();
        var last = "it never answered";
        while (waited.Elapsed < StartsWithin)
        {
            if (_process.HasExited)
            {
                throw new BenchmarkException($"The hub ended while it started, with exit code {_process.ExitCode}; what it said stands above.");
            }

            try
            {
                using var answer = await http.GetAsync("/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }

                last = $"it answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}";
            }
            catch (HttpRequestException refused)
            {
                last = refused.Message; // not listening yet
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                last = "it took a request and did not answer";
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new BenchmarkException($"The hub was not ready within {StartsWithin.TotalSeconds:0} s: {last}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
