using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>A bare Kestrel with one route or two, in the benchmark's own process.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalHost(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }

    public static async Task<LocalHost> Start(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
    }

    /// <summary>Meta's side: every message is taken and named, no status ever comes.</summary>
    public static Task<LocalHost> Graph()
    {
        var count = 0;
        return Start(app => app.MapFallback(() =>
        {
            var wamid = $"wamid.BENCH{Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}";
            return Results.Text(JsonSerializer.Serialize(new { messaging_product = "whatsapp", messages = new[] { new { id = wamid } } }), "application/json");
        }));
    }

    /// <summary>The one kind of client that every measured host gets, so that none has an advantage there.</summary>
    public static HttpClient Client(Uri url) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
