using Lawyers.Hub.Simulator.Channels;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>A test's own webhooks: exactly these bytes, signed, and what the hub answered.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/simulator/webhooks", Deliver);
        app.MapGet("/simulator/webhooks", (WebhookOutbox outbox) => new { pending = outbox.Count });
        app.MapPost("/simulator/handshake", Shake);
    }

    private static async Task<IResult> Deliver(
        HttpRequest request, ChannelDirectory channels, WebhookSender sender, ForeignMessages foreign, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (channels.First is not { } first)
        {
            return NoChannelYet.Answer;
        }
        var bytes = body.ToArray();
        var addressed = foreign.Record(bytes);
        var status = await sender.Send(bytes, addressed ?? first, cancellationToken);
        return status is { } answered
            ? TypedResults.Ok(new { status = (int)answered })
            : TypedResults.Problem("The hub did not answer.", statusCode: StatusCodes.Status502BadGateway);
    }

    private static async Task<IResult> Shake(ChannelDirectory channels, WebhookSender sender, CancellationToken cancellationToken)
    {
        if (channels.First is not { } first)
        {
            return NoChannelYet.Answer;
        }
        try
        {
            var (status, echoed) = await sender.Shake(first.VerifyToken, cancellationToken);
            return TypedResults.Ok(new { status = (int)status, echoed });
        }
        catch (HttpRequestException)
        {
            return TypedResults.Problem("The hub did not answer.", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
