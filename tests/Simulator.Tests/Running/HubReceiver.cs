using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Simulator.Tests.Running;

/// <summary>Stands where the hub stands: takes webhooks on a real socket and answers as a test wants.</summary>
public sealed class HubReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HubReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<ReceivedWebhook> Webhooks { get; } = new();

    /// <summary>The answer to a delivery, which is among the <see cref="Webhooks"/> by then.</summary>
    public Func<ReceivedWebhook, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.OK;

    public string Url => _app.Urls.Single();

    public IEnumerable<JsonElement> Messages => Values("messages");

    public IEnumerable<JsonElement> Statuses => Values("statuses");

    public static async Task<HubReceiver> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HubReceiver(builder.Build());
        receiver._app.MapPost("/webhook/whatsapp", receiver.Receive);
        receiver._app.MapGet("/webhook/whatsapp", (HttpRequest request) => request.Query["hub.verify_token"] == SimulatorUnderTest.VerifyToken
            ? Results.Text(request.Query["hub.challenge"].ToString())
            : Results.StatusCode(StatusCodes.Status403Forbidden));
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Receive(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var webhook = new ReceivedWebhook(body.ToArray(), request.Headers["X-Hub-Signature-256"].ToString());
        Webhooks.Enqueue(webhook);
        return Results.StatusCode((int)Answer(webhook));
    }

    private IEnumerable<JsonElement> Values(string name) =>
        from webhook in Webhooks
        from entry in webhook.Json.GetProperty("entry").EnumerateArray()
        from change in entry.GetProperty("changes").EnumerateArray()
        where change.GetProperty("value").TryGetProperty(name, out _)
        from item in change.GetProperty("value").GetProperty(name).EnumerateArray()
        select item;
}

public sealed record ReceivedWebhook(byte[] Body, string Signature)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
