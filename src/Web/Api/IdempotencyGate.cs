using System.Security.Cryptography;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Infrastructure.Tenancy;
using Lawyers.Hub.Web.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace Lawyers.Hub.Web.Api;

/// <summary>
/// Answers a POST that comes again with the same <c>Idempotency-Key</c> as it was answered first. The kept answer may hold what a
/// client wrote, so it is sealed. Failures of ours are not kept: they may be tried again.
/// </summary>
internal sealed class IdempotencyGate(RequestDelegate next, IdempotencyKeys keys, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly IDataProtector _seal = protection.CreateProtector("idempotent-answers");

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[RequestCause.Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || context.User.Identity?.IsAuthenticated != true
            || context.GetEndpoint()?.Metadata is not { } route || route.GetMetadata<ApiEndpoint>() is null || route.GetMetadata<StreamedBody>() is not null)
        {
            await next(context);
            return;
        }

        if (key.Length > RequestCause.LongestKey)
        {
            await Problems.Of(StatusCodes.Status400BadRequest, "idempotency_key_too_long", $"A key has at most {RequestCause.LongestKey} characters.")
                .ExecuteAsync(context);
            return;
        }

        var cause = RequestCause.Of(context).Id;
        switch (await Hold(context, cause))
        {
            case KeyState.Held:
                await Run(context, cause);
                break;
            case KeyState.Answered known:
                await Repeat(context, known.Answer);
                break;
            case KeyState.Different:
                await Problems.Of(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "This key came before, with another body.")
                    .ExecuteAsync(context);
                break;
            case KeyState.Running:
                context.Response.Headers.RetryAfter = "1";
                await Problems.Of(StatusCodes.Status409Conflict, "request_in_progress", "The same request is still being answered.").ExecuteAsync(context);
                break;
        }
    }

    /// <summary>A request that came twice at once waits for the first answer.</summary>
    private async Task<KeyState> Hold(HttpContext context, CauseId cause)
    {
        var tenant = context.User.ToCaller().Tenant;
        var fingerprint = await Fingerprint(context.Request, context.RequestAborted);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(Patience);
        while (true)
        {
            var state = await keys.Hold(tenant, cause, fingerprint, context.RequestAborted);
            if (state is not KeyState.Running || deadline.IsCancellationRequested)
            {
                return state;
            }

            await Task.Delay(Pause, context.RequestAborted);
        }
    }

    private async Task Run(HttpContext context, CauseId cause)
    {
        var tenant = context.User.ToCaller().Tenant;
        var outward = context.Response.Body;
        using var answer = new MemoryStream();
        var kept = false;
        context.Response.Body = answer;
        try
        {
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                // Not tied to the request: what was done is done, though its caller may have hung up.
                await keys.Keep(tenant, cause, Seal(context.Response, answer), CancellationToken.None);
                kept = true;
            }
        }
        finally
        {
            context.Response.Body = outward;
            if (!kept)
            {
                await keys.Release(tenant, cause, CancellationToken.None);
            }
        }

        answer.Position = 0;
        await answer.CopyToAsync(outward, context.RequestAborted);
    }

    private async Task Repeat(HttpContext context, FirstAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (answer.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        if (answer.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(_seal.Unprotect(answer.Body), context.RequestAborted);
        }
    }

    private FirstAnswer Seal(HttpResponse response, MemoryStream body) => new(
        response.StatusCode,
        response.ContentType,
        response.Headers.Location is [{ } location] ? location : null,
        body.Length == 0 ? [] : _seal.Protect(body.ToArray()));

    private static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, cancellationToken);
        request.Body.Position = 0;
        return hash;
    }
}
