using System.Net;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Npgsql;

namespace Lawyers.Hub.Web.Webhook;

/// <summary>Meta's door: check the signature, store, answer 200; the work happens after.</summary>
internal static class WhatsAppWebhook
{
    private const string Route = "/webhook/whatsapp";

    public static void MapWhatsAppWebhook(this IEndpointRouteBuilder app)
    {
        var limits = new RequestBuckets<IPAddress>(app.ServiceProvider.GetRequiredService<WhatsAppOptions>().RequestsPerSecond);
        app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(limits.Dispose);
        var webhook = app.MapGroup(Route).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        webhook.MapGet("", Verify);
        webhook.MapPost("", (HttpContext context, WebhookAuthenticity authenticity, WebhookInbox inbox, WebhookMetrics metrics, ILoggerFactory loggers) =>
            Receive(context, limits, authenticity, inbox, metrics, loggers.CreateLogger(typeof(WhatsAppWebhook))));
    }

    /// <summary>The handshake: the challenge comes back as it came, whatever it looks like.</summary>
    private static async Task<IResult> Verify(HttpRequest request, WebhookAuthenticity authenticity, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var isComplete = query["hub.mode"] is ["subscribe"] && query["hub.challenge"] is [{ Length: > 0 }] && query["hub.verify_token"] is [{ Length: > 0 }];
        return isComplete && await authenticity.Knows(query["hub.verify_token"].ToString(), cancellationToken)
            ? Results.Text(query["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task Receive(
        HttpContext context,
        RequestBuckets<IPAddress> limits,
        WebhookAuthenticity authenticity,
        WebhookInbox inbox,
        WebhookMetrics metrics,
        ILogger logger)
    {
        context.Response.StatusCode = await Answer(context, limits, authenticity, inbox, logger);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            metrics.Refused(context.Response.StatusCode);
        }
    }

    private static async Task<int> Answer(
        HttpContext context, RequestBuckets<IPAddress> limits, WebhookAuthenticity authenticity, WebhookInbox inbox, ILogger logger)
    {
        if (!limits.Admit(context.Connection.RemoteIpAddress ?? IPAddress.None))
        {
            return TooMany(context.Response);
        }

        if (await WebhookBody.Read(context.Request, context.RequestAborted) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        try
        {
            if (await authenticity.Verify(context.Request.Headers[WebhookSignature.Header], body, context.RequestAborted) is not { } signer)
            {
                return StatusCodes.Status401Unauthorized;
            }

            using var webhook = Parse(body);
            if (webhook is not { RootElement.ValueKind: JsonValueKind.Object })
            {
                return StatusCodes.Status400BadRequest;
            }

            // A sender that hangs up does not undo what is being stored: it would deliver it again.
            return await inbox.Receive(body, webhook.RootElement, signer, CancellationToken.None)
                ? StatusCodes.Status200OK
                : TooMany(context.Response);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            logger.LogError(exception, "A webhook could not be stored; the sender will repeat it");
            context.Response.Headers.RetryAfter = "1";
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static int TooMany(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return StatusCodes.Status429TooManyRequests;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
