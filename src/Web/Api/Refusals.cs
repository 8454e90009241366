using System.Diagnostics.Metrics;
using Lawyers.Hub.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>Logs and counts every refused action: who, which route, which rule; never what was asked in words.</summary>
internal sealed class Refusals(ILogger<Refusals> log, IMeterFactory meters) : IEndpointFilter
{
    private readonly Counter<long> _counter = meters.Create("Lawyers.Hub.Web").CreateCounter<long>(
        "hub.api.refusals", description: "Requests that a rule or a missing right refused");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var result = answer is INestedHttpResult nested ? nested.Result : answer;
        if (result is ProblemHttpResult { ProblemDetails: var problem } && problem.Extensions.TryGetValue("code", out var code))
        {
            Record(context.HttpContext, code as string ?? "unknown", problem.Status ?? StatusCodes.Status500InternalServerError);
        }

        return answer;
    }

    public void Record(HttpContext context, string code, int status)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
        var actor = context.User.Identity?.IsAuthenticated == true ? context.User.ToCaller().Actor.Text : "nobody";
        log.LogInformation("Refused {Method} {Route} for {Actor}: {Code}, {Status}", context.Request.Method, route, actor, code, status);
        _counter.Add(1, new("route", route), new("code", code));
    }
}
