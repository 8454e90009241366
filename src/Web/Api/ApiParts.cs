using Microsoft.AspNetCore.Http.Json;

namespace Lawyers.Hub.Web.Api;

/// <summary>What every endpoint can ask for, and what stands around all of them.</summary>
internal static class ApiParts
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => ReadingPurpose.Of(Context(provider)));
        services.AddScoped(provider => RequestCause.Of(Context(provider)));
        services.AddSingleton<Refusals>();
        services.AddSingleton<VerbsOfRoutes>();
        services.AddPolicies();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd("code", context.ProblemDetails.Status switch
            {
                StatusCodes.Status404NotFound => "no_such_route",
                StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
                StatusCodes.Status415UnsupportedMediaType => "body_type_not_taken",
                _ => "refused",
            }));
        services.AddExceptionHandler<Surprises>();
        services.AddAntiforgery(options => options.HeaderName = AntiforgeryGate.Header);
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    private static HttpContext Context(IServiceProvider provider) =>
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext
        ?? throw new InvalidOperationException("There is a caller only within a request.");
}
