using System.Text.Json;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Web.Sessions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Lawyers.Hub.Web.Live;

/// <summary>
/// Server-sent events: which documents changed, so that open pages ask for them again. Says nothing of what changed; the pages' own
/// requests are authorised as always. Ends when its session ends or the host stops.
/// </summary>
internal sealed class LiveUpdates(
    IChangeFeed feed, LiveSessions sessions, IHostApplicationLifetime lifetime, TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>Keeps proxies from closing the connection, and is the pace at which an ended session is noticed.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public async Task Stream(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var writing = new SemaphoreSlim(1);
        try
        {
            await Say(response, writing, ": connected\n\n", ending.Token);
            await Follow(context, writing, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The browser left, the session ended or the host stops: each is the end of the stream and no failure.
        }
    }

    private async Task Follow(HttpContext context, SemaphoreSlim writing, CancellationTokenSource ending)
    {
        var heart = Beat(context, writing, ending);
        try
        {
            await foreach (var change in feed.Subscribe(context.User.ToCaller().Tenant, ending.Token))
            {
                var data = JsonSerializer.Serialize(new LiveChange(change.View, change.Keys), json.Value.SerializerOptions);
                await Say(context.Response, writing, $"event: changed\ndata: {data}\n\n", ending.Token);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await heart.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Beat(HttpContext context, SemaphoreSlim writing, CancellationTokenSource ending)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        while (await timer.WaitForNextTickAsync(ending.Token))
        {
            if (context.User.IsSession() && await sessions.Renew(context.User, ending.Token) is null)
            {
                await ending.CancelAsync();
                return;
            }

            await Say(context.Response, writing, ": still here\n\n", ending.Token);
        }
    }

    private static async Task Say(HttpResponse response, SemaphoreSlim writing, string text, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await response.WriteAsync(text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    private sealed record LiveChange(string View, IReadOnlyList<Guid> Keys);
}
