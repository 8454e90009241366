using System.Security.Claims;
using System.Text.Encodings.Web;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>The API's plumbing with a room of its own behind it; who calls is said in the header <c>X-Roles</c>.</summary>
public sealed class PlumbingHost : IAsyncLifetime
{
    public static readonly TenantId Tenant = new(new Guid("0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001"));
    private WebApplication? _app;

    public HttpClient Client => _app!.GetTestClient();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, RolesInHeader>("Test", null);
        builder.Services.AddApi();
        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseMiddleware<AntiforgeryGate>();
        MapSamples(_app);
        _app.MapUnknownApiRoutes();
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    private static void MapSamples(WebApplication app)
    {
        var samples = app.MapApi("/samples", "Samples");
        samples.MapGet("/caller", (Caller caller) => TypedResults.Ok(new { caller.Tenant, caller.Actor, caller.Roles }));
        samples.MapGet("/cause", (RequestCause cause) => TypedResults.Ok(cause.Id.Value));
        samples.MapGet("/lawyers", () => TypedResults.NoContent()).RequireAuthorization(Policies.Lawyer);
        samples.MapGet("/refusals/{kind}", (RefusalKind kind) => Result<Nothing>.Refuse(new Refusal(kind, "no", "No.")).ToNoContent());
        samples.MapGet("/named", (Named<Role> role, int? limit) => TypedResults.Ok(new { role = role.Value, limit }));
        samples.MapGet("/surprise", IResult () => throw new FormatException("what the client wrote"));
        samples.MapGet("/silence", IResult () => throw new TimeoutException());
        samples.MapPost("/body", (SampleBody body) => TypedResults.Ok(body));
        samples.MapGet("/personal", () => TypedResults.Ok(new SamplePersonal(
            Personal.Of(new DataSubjectId(Guid.Empty), "Budi"), Personal.Erased<string>(new DataSubjectId(Guid.Empty)))));
    }

    internal sealed record SampleBody(int Minutes, Role Role);

    internal sealed record SamplePersonal(Personal<string> Name, Personal<string> Gone);

    private sealed class RolesInHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Roles"] is not [{ } names])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var roles = names.Split(',').Select(Enum.Parse<Role>);
            ClaimsPrincipal principal = Request.Headers.ContainsKey("X-Session")
                ? Principals.OfStaff(Tenant, new StaffId(Guid.Empty), Guid.Empty, roles, "stamp")
                : Principals.OfToken(Tenant, Guid.Empty, owner: null, roles);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name)));
        }
    }
}
