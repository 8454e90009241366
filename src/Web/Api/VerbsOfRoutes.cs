using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Lawyers.Hub.Web.Api;

/// <summary>The verbs that some route of the API takes at an address, and the kinds of body that it takes with one of them.</summary>
internal sealed class VerbsOfRoutes(EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    /// <returns>In alphabetical order; none where no route has that address.</returns>
    public IReadOnlyList<string> At(HttpContext context) =>
        [.. Routes(context).SelectMany(Verbs).Distinct().Order(StringComparer.Ordinal)];

    /// <returns>Media types that go with the request's verb.</returns>
    public IReadOnlyList<string> BodiesAt(HttpContext context) =>
    [
        .. Routes(context).Where(route => Verbs(route).Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            .SelectMany(route => route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [])
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private IEnumerable<RouteEndpoint> Routes(HttpContext context) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<ApiEndpoint>() is not null && Matches(route.RoutePattern, context));

    private static IReadOnlyList<string> Verbs(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private bool Matches(RoutePattern pattern, HttpContext context)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults)).TryMatch(context.Request.Path, values)
            && pattern.Parameters.All(parameter => parameter.ParameterPolicies
                .Select(policy => policies.Create(parameter, policy)).OfType<IRouteConstraint>()
                .All(constraint => constraint.Match(context, route: null, parameter.Name, values, RouteDirection.IncomingRequest)));
    }
}
