using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>A door that does what no door can leave out: it reads the body, checks the signature in constant time and parses.</summary>
internal static class CeilingHost
{
    /// <param name="keep">What else it does before it answers 200.</param>
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
