using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

/// <summary>A server in Meta's place that answers as the test says and remembers what it was asked.</summary>
internal sealed class MetaServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MetaServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public static async Task<MetaServer> Start(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new MetaServer(app);
        app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            server.Requests.Enqueue(new Asked(context.Request.Path, context.Request.Headers.Authorization.ToString(), body.RootElement.Clone()));
            await answer(context, server.Requests.Count);
        });
        await app.StartAsync();
        return server;
    }

    public static Task Accept(HttpContext context) => Answer(
        context, 200, """{"messaging_product":"whatsapp","contacts":[{"input":"+62","wa_id":"62"}],"messages":[{"id":"wamid.sent"}]}""");

    public static Task Refuse(HttpContext context, int status, int code) => Answer(
        context, status, $$$"""{"error":{"message":"(#{{{code}}}) no","type":"OAuthException","code":{{{code}}},"error_data":{"messaging_product":"whatsapp","details":"to 6281230001111"},"fbtrace_id":"x"} }""");

    public static Task Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

internal sealed record Asked(string Path, string Authorization, JsonElement Body);
