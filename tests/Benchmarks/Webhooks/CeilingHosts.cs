using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>Doors that do what no door can leave out (read, check the signature, parse) and then only what their name says.</summary>
internal static class CeilingHosts
{
    /// <summary>Stores nothing.</summary>
    public static Task<LocalHost> Bare(string appSecret) => Start(appSecret, (_, _) => Task.CompletedTask);

    /// <param name="keep">Makes a delivery durable.</param>
    public static Task<LocalHost> Start(string appSecret, Func<byte[], JsonElement, Task> keep) => LocalHost.Start(app =>
        app.MapPost("/webhook/whatsapp", async (HttpRequest request) =>
        {
            var body = new byte[request.ContentLength!.Value];
            await request.Body.ReadExactlyAsync(body);
            if (WebhookSignature.Parse(request.Headers[WebhookSignature.Header]) is not { } claimed || !WebhookSignature.Matches(claimed, body, appSecret))
            {
                return Results.Unauthorized();
            }

            using var webhook = JsonDocument.Parse(body);
            await keep(body, webhook.RootElement);
            return Results.Ok();
        }));
}
