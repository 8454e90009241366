using System.Diagnostics;

namespace Lawyers.Hub.Web.Logging;

/// <summary>One line for each request of the API: the route's template, never the address that was asked for.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var begun = clock.GetTimestamp();
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        try
        {
            await next(context);
        }
        finally
        {
            Tell(Activity.Current, route, context.Response.StatusCode);
            if (route is not null)
            {
                log.LogInformation(
                    "{Method} {Route} answered {Status} in {Milliseconds} ms",
                    context.Request.Method, route, context.Response.StatusCode, Math.Round(clock.GetElapsedTime(begun).TotalMilliseconds, 1));
            }
        }
    }

    // The framework's span carries no attributes of its own.
    private static void Tell(Activity? span, string? route, int status)
    {
        span?.SetTag("http.route", route);
        span?.SetTag("http.response.status_code", status);
    }
}
