using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;

namespace Lawyers.Hub.Web.Api;

/// <summary>
/// A request that carries nothing names no type either, and routing would pass it on to the route for what is unknown. Called JSON, it
/// reaches its own: one whose body may be left out does its work, any other says what is missing.
/// </summary>
internal sealed class NothingSent(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType is null && !HttpMethods.IsGet(request.Method)
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            request.ContentType = MediaTypeNames.Application.Json;
        }

        return next(context);
    }
}
