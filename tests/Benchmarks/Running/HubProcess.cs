using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>The hub as a process of its own, on its own durable database, with the demo firm in it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private HubProcess(DirectoryInfo folder, Process process, Uri url, JsonElement credentials) =>
        (_folder, _process, Url, Credentials) = (folder, process, url, credentials);

    public Uri Url { get; }

    public JsonElement Credentials { get; }

    public static async Task<HubProcess> Start(Uri graph, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("lawyers-hub-bench-");
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.OtherExecute);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var bin = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(bin.Parent!.Parent!.FullName, "Web", bin.Name, "Lawyers.Hub.Web.dll")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Hub__Demo"] = "true";
        start.Environment["Hub__DataDirectory"] = Path.Combine(folder.FullName, "data");
        start.Environment["ASPNETCORE_URLS"] = url.ToString().TrimEnd('/');
        start.Environment["WhatsApp__GraphBaseUrl"] = graph.ToString();
        start.Environment["WhatsApp__RequestsPerSecond"] = "1000000";
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // an unread pipe would fill and stop the hub
        process.BeginOutputReadLine();
        await Ready(process, url, cancellationToken);
        using var credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "data", "credentials.json"), cancellationToken));
        return new HubProcess(folder, process, url, credentials.RootElement.Clone());
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", [$"-{SigTerm}", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task Ready(Process process, Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url };
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if ((await http.GetAsync("/health/ready", cancellationToken)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && deadline.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(100, cancellationToken); // not listening yet
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
