using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>The bare hosts of a run: what any webhook could be at best on this machine, and a Meta that takes every message at once.</summary>
internal static class LocalHost
{
    /// <summary>Reads the body and answers.</summary>
    public static Task<(WebApplication App, Uri Url)> Bare() => Start(app => app.MapPost("/webhook/whatsapp", async (HttpRequest request) =>
    {
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Ok();
    }));

    /// <summary>Writes the body into one row, durably, and answers.</summary>
    public static Task<(WebApplication App, Uri Url)> OneInsert(NpgsqlDataSource database) => Start(app => app.MapPost("/webhook/whatsapp", async (HttpRequest request) =>
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await using var insert = database.CreateCommand("insert into deliveries (body) values ($1)");
        insert.Parameters.Add(new NpgsqlParameter { Value = body.ToArray() });
        await insert.ExecuteNonQueryAsync();
        return Results.Ok();
    }));

    /// <summary>Meta's side: every message is taken and named, no status ever comes.</summary>
    public static Task<(WebApplication App, Uri Url)> Graph()
    {
        var count = 0;
        return Start(app => app.MapFallback(() =>
        {
            var wamid = $"wamid.BENCH{Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}";
            return Results.Text(JsonSerializer.Serialize(new { messaging_product = "whatsapp", messages = new[] { new { id = wamid } } }), "application/json");
        }));
    }

    private static async Task<(WebApplication App, Uri Url)> Start(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
    }
}
