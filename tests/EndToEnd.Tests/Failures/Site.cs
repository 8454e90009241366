using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>
/// The hub as on several machines: a process with every role, a database server behind a network of its own, and, where a test asks, further
/// workers and a broker. What it would send goes nowhere unless a test says otherwise: most ask what becomes of messages that were acknowledged.
/// </summary>
#pragma warning disable CA1001 // xunit disposes it through IAsyncLifetime
public class Site(bool hasBroker) : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lawyers-hub-site-");
    private readonly List<HubProcess> _workers = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly int _port = FreePort();
    private SmallDisk? _disk;
    private DatabaseServer? _database;
    private SlowLine? _line;
    private HubProcess? _hub;
    private JsonElement _credentials;

    internal SmallDisk Disk => _disk!;

    internal DatabaseServer Database => _database!;

    internal SlowLine Line => _line!;

    internal HubProcess Hub => _hub!;

    internal RabbitMqServer? Broker { get; private set; }

    /// <summary>Where Meta is: the port for discarding, which refuses at once.</summary>
    protected virtual string Graph => "http://127.0.0.1:9";

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task InitializeAsync()
    {
        // The database server runs as another user when the tests run as root: it must be able to pass this folder.
        File.SetUnixFileMode(
            _folder.FullName,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Data);
        var broker = hasBroker ? RabbitMqServer.StartNew() : null;
        _disk = await SmallDisk.Make(Path.Combine(_folder.FullName, "disk"));
        _database = await DatabaseServer.Start(Path.Combine(_disk.Folder, "postgres"));
        _line = new SlowLine(_database.Port);
        Broker = broker is null ? null : await broker;
        await StartHub();
        _credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "credentials.json"))).RootElement;
    }

    public async Task StartHub()
    {
        _hub = HubProcess.Start("Web", Settings("gateway,worker,dashboard", _port));
        await Ready(_hub, _port);
    }

    /// <summary>A further process that takes part in the work.</summary>
    /// <param name="overPostgres">It takes messages from the database, whatever the others do.</param>
    internal async Task<HubProcess> StartWorker(bool overPostgres = false)
    {
        var port = FreePort();
        var settings = Settings("worker", port);
        if (overPostgres)
        {
            settings["Hub__Bus"] = "postgres";
        }

        var worker = HubProcess.Start("Web", settings);
        _workers.Add(worker);
        await Ready(worker, port);
        return worker;
    }

    /// <returns>Whether the hub answered that it has the message.</returns>
    internal async Task<bool> Deliver(string from, string wamid, string text)
    {
        var channel = _credentials.GetProperty("channel");
        var body = Delivery.Of(channel, from, wamid, text);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{_port}/webhook/whatsapp"));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Add("X-Hub-Signature-256", Delivery.Signature(body, channel.GetProperty("appSecret").GetString()!));
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false; // nobody is there
        }
    }

    /// <summary>Waits until all are in the event store, and sees that each is there once.</summary>
    internal async Task EachIsThereOnce(IReadOnlyCollection<string> wamids)
    {
        JsonElement found = default;
        await Eventually.Is(
            async () => (found = await LookUp(wamids)).ValueKind == JsonValueKind.Object && wamids.All(wamid => found.TryGetProperty(wamid, out _)),
            $"all {wamids.Count} acknowledged messages are in the store",
            TimeSpan.FromSeconds(120));
        foreach (var wamid in wamids)
        {
            found.GetProperty(wamid).GetArrayLength().Should().Be(1, "what was acknowledged is there exactly once");
        }
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var process in _workers.Append(_hub).OfType<HubProcess>())
        {
            await process.DisposeAsync();
        }

        if (_line is not null)
        {
            await _line.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (Broker is not null)
        {
            await Broker.DisposeAsync();
        }

        if (_disk is not null)
        {
            await _disk.DisposeAsync();
        }

        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>What a lawyer gets from the API; none while nobody is there.</summary>
    internal Task<JsonElement?> Get(string path) => Ask(HttpMethod.Get, path, content: null);

    private async Task<JsonElement> LookUp(IReadOnlyCollection<string> wamids) =>
        await Ask(HttpMethod.Post, "/messages/lookup", JsonContent.Create(new { wamids })) is { } answer ? answer.GetProperty("found") : default;

    private async Task<JsonElement?> Ask(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri($"http://127.0.0.1:{_port}/api/v1{path}")) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _credentials.GetProperty("apiTokens").GetProperty("lawyer").GetString());
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null; // not again yet
        }
    }

    private Dictionary<string, string> Settings(string roles, int port)
    {
        var settings = new Dictionary<string, string>
        {
            ["Hub__Demo"] = "true",
            ["Hub__Roles"] = roles,
            ["Hub__DataDirectory"] = Data,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ConnectionStrings__Hub"] = OverTheLine(Database.Connections.Runtime),
            ["WhatsApp__GraphBaseUrl"] = Graph,
        };
        if (roles.Contains("gateway", StringComparison.Ordinal))
        {
            settings["ConnectionStrings__HubOwner"] = OverTheLine(Database.Connections.Owner);
        }

        if (Broker is not null)
        {
            settings["Hub__Bus"] = "rabbitmq";
            settings["Bus__RabbitMq__Uri"] = Broker.Uri.OriginalString;
        }

        return settings;
    }

    private string OverTheLine(string connection) => new NpgsqlConnectionStringBuilder(connection) { Port = Line.Port }.ConnectionString;

    private async Task Ready(HubProcess process, int port) => await Eventually.Is(
        async () =>
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"It stopped instead of starting:\n{process.Output}");
            }

            try
            {
                using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false; // not listening yet
            }
        },
        "a process of the hub is ready", TimeSpan.FromSeconds(120));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>On PostgreSQL alone.</summary>
public sealed class PlainSite() : Site(hasBroker: false);

/// <summary>With the bus over RabbitMQ.</summary>
public sealed class BrokerSite() : Site(hasBroker: true);
