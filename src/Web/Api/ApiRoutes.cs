using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>Marks the endpoints of <c>/api/v1</c> for the middleware around them.</summary>
internal sealed record ApiEndpoint;

/// <summary>Marks an endpoint whose body is read once, as it comes, and kept nowhere in clear: a repetition is recognised by its cause alone.</summary>
internal sealed record StreamedBody;

internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>
    /// A room's routes under <c>/api/v1</c>: signed in, anti-forgery for cookie sessions, idempotent POSTs, refusals logged and told as
    /// problems. Each endpoint adds the policy it needs.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix, string tag) =>
        app.MapPublicApi(prefix, tag)
            .RequireAuthorization(Policies.Member)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The same for the few routes that need nobody signed in.</summary>
    public static RouteGroupBuilder MapPublicApi(this IEndpointRouteBuilder app, string prefix, string tag)
    {
        var group = app.MapGroup(Root + prefix)
            .WithTags(tag)
            .WithMetadata(new ApiEndpoint())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.AddEndpointFilterFactory((_, next) => context =>
            context.HttpContext.RequestServices.GetRequiredService<Refusals>().InvokeAsync(context, next));
        return group;
    }

    /// <summary>
    /// A route of the API that does not exist answers as the API does, not with the dashboard's page; so does one that exists for other
    /// verbs or other bodies. Routing itself never says 405 or 415 where a route for everything, as this one is, takes what is left over.
    /// </summary>
    public static void MapUnknownApiRoutes(this IEndpointRouteBuilder app) => app.MapFallback("/api/{**path}", Unknown).ExcludeFromDescription();

    private static ProblemHttpResult Unknown(HttpContext context, VerbsOfRoutes verbs)
    {
        var known = verbs.At(context);
        if (known.Count == 0)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "no_such_route", "There is no such route.");
        }

        if (verbs.BodiesAt(context) is [_, ..] bodies)
        {
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, "body_type_not_taken", $"This route takes a body of type {string.Join(" or ", bodies)}; send it as that.");
        }

        context.Response.Headers.Allow = string.Join(", ", known);
        return Problems.Of(
            StatusCodes.Status405MethodNotAllowed, "method_not_allowed", $"This route does not know {context.Request.Method}; it knows {string.Join(", ", known)}.");
    }
}
