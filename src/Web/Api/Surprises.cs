using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace Lawyers.Hub.Web.Api;

/// <summary>
/// What nobody expected, at the edge: logged once by type and place, answered without a word of it. An exception's message may quote
/// what a client wrote, so the message is neither logged nor sent.
/// </summary>
internal sealed partial class Surprises(ILogger<Surprises> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Of(StatusCodes.Status413PayloadTooLarge, "too_large", "The body is larger than this route takes."),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "invalid_request", Unreadable(bad)),
            DbException { IsTransient: true } or DbException { SqlState: ['5', '7', ..] } or TimeoutException or HttpRequestException =>
                Problems.Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "A part that this needs does not answer. Try again shortly."),
            _ => Problems.Of(StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong here. The failure is logged."),
        };
        if (exception is not BadHttpRequestException)
        {
            log.LogError(
                "Unhandled {Exception} in {Method} {Route}: {Trace}",
                Kinds(exception),
                httpContext.Request.Method,
                (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "unknown",
                exception.StackTrace);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Names the parameter where the framework does; its message goes on with what was sent, which stays here.</summary>
    private static string Unreadable(BadHttpRequestException bad) =>
        ParameterAtFault().Match(bad.Message) is { Success: true } found
            ? $"The request cannot be read: its parameter {JsonNamingPolicy.CamelCase.ConvertName(found.Groups[1].Value)} is not what this route takes."
            : "The request cannot be read: its parameters or its JSON are not what this route takes.";

    [GeneratedRegex(@"^(?:Failed to bind|Required) parameter ""[^""]* (\w+)"" ")]
    private static partial Regex ParameterAtFault();

    private static string Kinds(Exception exception) =>
        exception.InnerException is { } inner ? $"{Kind(exception)} < {Kinds(inner)}" : Kind(exception);

    private static string Kind(Exception exception) =>
        exception is DbException { SqlState: { } state } ? $"{exception.GetType().Name}({state})" : exception.GetType().Name;
}
