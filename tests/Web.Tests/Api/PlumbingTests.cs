using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class PlumbingTests(PlumbingHost host) : IClassFixture<PlumbingHost>
{
    [Fact]
    public async Task The_tenant_and_the_actor_come_from_the_principal()
    {
        var caller = await (await Get("caller", "Lawyer,Auditor")).Content.ReadFromJsonAsync<JsonElement>();

        caller.GetProperty("tenant").GetGuid().Should().Be(PlumbingHost.Tenant.Value);
        caller.GetProperty("actor").GetString().Should().Be($"token:{Guid.Empty}");
        caller.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should().BeEquivalentTo("lawyer", "auditor");
    }

    [Fact]
    public async Task Nobody_is_let_in_without_signing_in() =>
        await Problem(await Get("caller", roles: null), HttpStatusCode.Unauthorized, "not_signed_in");

    [Fact]
    public async Task A_missing_role_is_refused() =>
        await Problem(await Get("lawyers", "Auditor"), HttpStatusCode.Forbidden, "role_missing");

    [Fact]
    public async Task A_token_for_handing_in_messages_opens_nothing_else() =>
        await Problem(await Get("caller", "Ingest"), HttpStatusCode.Forbidden, "role_missing");

    [Theory]
    [InlineData("Invalid", 400)]
    [InlineData("Forbidden", 403)]
    [InlineData("NotFound", 404)]
    [InlineData("Rule", 409)]
    [InlineData("Conflict", 409)]
    public async Task Each_kind_of_refusal_has_its_status(string kind, int status) =>
        await Problem(await Get($"refusals/{kind}", "Lawyer"), (HttpStatusCode)status, "no");

    [Fact]
    public async Task A_surprise_tells_nothing_of_its_message()
    {
        var answer = await Get("surprise", "Lawyer");

        await Problem(answer, HttpStatusCode.InternalServerError, "unexpected");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("client wrote");
    }

    [Fact]
    public async Task What_does_not_answer_is_unavailable() =>
        await Problem(await Get("silence", "Lawyer"), HttpStatusCode.ServiceUnavailable, "unavailable");

    [Fact]
    public async Task An_unknown_route_of_the_API_is_a_problem() =>
        await Problem(await host.Client.GetAsync("/api/v1/no-such-thing"), HttpStatusCode.NotFound, "no_such_route");

    [Theory]
    [InlineData("{ broken")]
    [InlineData("""{"minutes":"many","role":"lawyer"}""")]
    [InlineData("""{"minutes":6,"role":1}""")]
    public async Task A_body_that_cannot_be_read_is_a_problem(string body) =>
        await Problem(await Post(body, session: false), HttpStatusCode.BadRequest, "invalid_request");

    [Theory]
    [InlineData("named?role=firmAdmin&limit=many", "limit")]
    [InlineData("named?role=king&limit=1", "role")]
    [InlineData("named?limit=1", "role")]
    public async Task A_parameter_that_cannot_be_read_is_named_and_not_repeated(string path, string parameter)
    {
        var answer = await Get(path, "Lawyer");

        await Problem(answer, HttpStatusCode.BadRequest, "invalid_request");
        (await answer.Content.ReadAsStringAsync()).Should().Contain($"parameter {parameter} ").And.NotContain("king").And.NotContain("many");
    }

    [Fact]
    public async Task A_session_needs_its_antiforgery_token_to_change_something() =>
        await Problem(await Post("""{"minutes":6,"role":"lawyer"}""", session: true), HttpStatusCode.BadRequest, "antiforgery");

    [Fact]
    public async Task A_token_needs_no_antiforgery() =>
        (await Post("""{"minutes":6,"role":"lawyer"}""", session: false)).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task The_same_key_is_the_same_cause_and_without_a_key_every_request_is_its_own()
    {
        (await Cause("k1")).Should().Be(await Cause("k1")).And.NotBe(await Cause("k2"));
        (await Cause(null)).Should().NotBe(await Cause(null));
    }

    [Fact]
    public async Task Personal_data_is_opened_and_null_once_erased() =>
        (await (await Get("personal", "Lawyer")).Content.ReadAsStringAsync()).Should().Be("""{"name":"Budi","gone":null}""");

    private Task<HttpResponseMessage> Get(string path, string? roles, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/samples/{path}");
        if (roles is not null)
        {
            request.Headers.Add("X-Roles", roles);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return host.Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> Post(string body, bool session)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/samples/body")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Roles", "Lawyer");
        if (session)
        {
            request.Headers.Add("X-Session", "yes");
        }

        return host.Client.SendAsync(request);
    }

    private async Task<Guid> Cause(string? key) => await (await Get("cause", "Lawyer", key)).Content.ReadFromJsonAsync<Guid>();

    private static async Task Problem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be(code);
    }
}
