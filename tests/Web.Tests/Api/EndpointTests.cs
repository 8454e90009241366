using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>What holds of every route under <c>/api/v1</c>, also of those that are made tomorrow.</summary>
public sealed class EndpointTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public void Every_route_but_signing_in_wants_to_know_who_calls() =>
        Open(Routes()).Should().Equal("POST /api/v1/session/");

    [Fact]
    public async Task The_same_check_finds_a_route_that_does_not()
    {
        await using var careless = Careless();

        Open(RoutesOf(careless)).Should().Equal("GET /api/v1/forgotten", "GET /api/v1/opened");
    }

    [Fact]
    public void Every_enumeration_in_a_query_is_spelt_as_in_the_answers() =>
        Bare(Routes()).Should().BeEmpty();

    [Fact]
    public async Task The_same_check_finds_one_that_is_spelt_as_in_the_code()
    {
        await using var careless = Careless();

        Bare(RoutesOf(careless)).Should().Equal("GET /api/v1/forgotten: kind", "GET /api/v1/opened: Kind");
    }

    [Theory]
    [InlineData("/api/v1/replies/", "proposed")]
    [InlineData("/api/v1/intakes/", "underReview")]
    [InlineData("/api/v1/time-entries/", "suggested")]
    [InlineData("/api/v1/invoices/", "draft")]
    [InlineData("/api/v1/matters/", "open")]
    public async Task The_document_names_the_values_that_a_query_may_have(string path, string value)
    {
        using var browser = host.Browser();
        var document = await browser.GetFromJsonAsync<JsonElement>("/swagger/v1/swagger.json");

        var state = document.GetProperty("paths").GetProperty(path.TrimEnd('/')).GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "state").GetProperty("schema");
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(state.GetProperty("$ref").GetString()!.Split('/')[^1]);

        schema.GetProperty("type").GetString().Should().Be("string");
        schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()).Should().Contain(value);
    }

    [Theory]
    [InlineData("/api/v1/replies?state=", "proposed", "PROPOSED")]
    [InlineData("/api/v1/intakes?state=", "underReview", "UnderReview")]
    [InlineData("/api/v1/time-entries?state=", "suggested", "Suggested")]
    [InlineData("/api/v1/invoices?state=", "draft", "Draft")]
    [InlineData("/api/v1/matters?state=", "open", "Open")]
    public async Task A_state_is_known_by_its_name_alone(string path, string name, string sameName)
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        (await lawyer.GetAsync(path + name)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await lawyer.GetAsync(path + sameName)).StatusCode.Should().Be(HttpStatusCode.OK);
        foreach (var unknown in new[] { "unheardOf", "1", "-1", $"{name},{name}" })
        {
            var answer = await lawyer.GetAsync(path + unknown);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            problem.GetProperty("code").GetString().Should().Be("invalid_request");
            problem.GetProperty("detail").GetString().Should().Contain("parameter state").And.NotContain(unknown);
        }
    }

    private static WebApplication Careless()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/api/v1/forgotten", (RefusalKind? kind) => kind.ToString());
        app.MapGet("/api/v1/opened", ([AsParameters] Filter filter) => filter.ToString()).RequireAuthorization().AllowAnonymous();
        app.MapGet("/elsewhere", () => "");
        return app;
    }

    private static IEnumerable<string> Open(IEnumerable<RouteEndpoint> routes) => routes
        .Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is null || route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .Select(NameOf);

    private static IEnumerable<string> Bare(IEnumerable<RouteEndpoint> routes) => routes.SelectMany(route =>
        Parameters(route.Metadata.GetMetadata<MethodInfo>()!)
            .Where(parameter => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).IsEnum)
            .Select(parameter => $"{NameOf(route)}: {parameter.Name}"));

    private static IEnumerable<ParameterInfo> Parameters(MethodInfo handler) => handler.GetParameters().SelectMany(parameter =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [parameter]
            : parameter.ParameterType.GetConstructors().SelectMany(constructor => constructor.GetParameters()));

    private RouteEndpoint[] Routes()
    {
        var routes = Under(host.Services.GetRequiredService<EndpointDataSource>()).ToArray();
        routes.Should().HaveCountGreaterThan(40);
        return routes;
    }

    private static IEnumerable<RouteEndpoint> RoutesOf(IEndpointRouteBuilder app) => app.DataSources.SelectMany(Under);

    private static IEnumerable<RouteEndpoint> Under(EndpointDataSource source) => source.Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal));

    private static string NameOf(RouteEndpoint route) =>
        $"{route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0]} {route.RoutePattern.RawText}";

    internal sealed record Filter(RefusalKind? Kind = null);
}
