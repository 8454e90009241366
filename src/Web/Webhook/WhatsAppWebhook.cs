using System.Net;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace Lawyers.Hub.Web.Webhook;

/// <summary>Meta's door: check the signature, store, answer 200; the work happens after.</summary>
internal static class WhatsAppWebhook
{
    private const string Route = "/webhook/whatsapp";

    /// <summary>
    /// Before all else: what a person's request passes (headers for browsers, files, sessions, the log's line) is nothing to Meta's, and costs
    /// more than all that is done here.
    /// </summary>
    public static void UseWhatsAppWebhook(this WebApplication app)
    {
        var limits = new RequestBuckets<IPAddress>(app.Services.GetRequiredService<WhatsAppOptions>().RequestsPerSecond);
        app.Lifetime.ApplicationStopped.Register(limits.Dispose);
        var door = new Door(
            limits,
            app.Services.GetRequiredService<WebhookAuthenticity>(),
            app.Services.GetRequiredService<WebhookInbox>(),
            app.Services.GetRequiredService<WebhookMetrics>(),
            app.Services.GetRequiredService<TimeProvider>(),
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WhatsAppWebhook)));
        app.Use((context, next) =>
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Equals(Route, StringComparison.OrdinalIgnoreCase)
                ? door.Receive(context)
                : next(context));
    }

    public static void MapWhatsAppWebhook(this IEndpointRouteBuilder app) =>
        app.MapGet(Route, Verify).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The handshake: the challenge comes back as it came, whatever it looks like.</summary>
    private static async Task<IResult> Verify(HttpRequest request, WebhookAuthenticity authenticity, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var isComplete = query["hub.mode"] is ["subscribe"] && query["hub.challenge"] is [{ Length: > 0 }] && query["hub.verify_token"] is [{ Length: > 0 }];
        return isComplete && await authenticity.Knows(query["hub.verify_token"].ToString(), cancellationToken)
            ? Results.Text(query["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private sealed class Door(
        RequestBuckets<IPAddress> limits,
        WebhookAuthenticity authenticity,
        WebhookInbox inbox,
        WebhookMetrics metrics,
        TimeProvider clock,
        ILogger logger)
    {
        public async Task Receive(HttpContext context)
        {
            // The door has metrics of its own, without labels.
            if (context.Features.Get<IHttpMetricsTagsFeature>() is { } framework)
            {
                framework.MetricsDisabled = true;
            }

            var begun = clock.GetTimestamp();
            var status = await Answer(context);
            context.Response.StatusCode = status;
            context.Response.ContentLength = 0;
            metrics.Answered(clock.GetElapsedTime(begun));
            if (status != StatusCodes.Status200OK)
            {
                metrics.Refused(status);
            }
        }

        private async ValueTask<int> Answer(HttpContext context)
        {
            if (!limits.Admit(context.Connection.RemoteIpAddress ?? IPAddress.None))
            {
                return TooMany(context.Response);
            }

            if (await WebhookBody.Read(context.Request, context.RequestAborted) is not { } body)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            using (body)
            {
                return await Answer(context, body.Bytes);
            }
        }

        private async ValueTask<int> Answer(HttpContext context, ReadOnlyMemory<byte> body)
        {
            try
            {
                if (await authenticity.Verify(context.Request.Headers[WebhookSignature.Header], body, context.RequestAborted) is not { } signer)
                {
                    return StatusCodes.Status401Unauthorized;
                }

                // A sender that hangs up does not undo what is being stored: it would deliver it again.
                return await inbox.Receive(body, signer, CancellationToken.None) switch
                {
                    Reception.Taken => StatusCodes.Status200OK,
                    Reception.TooMany => TooMany(context.Response),
                    Reception.NoDelivery => StatusCodes.Status400BadRequest,
                };
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
    }
}
