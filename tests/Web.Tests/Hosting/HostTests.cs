using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Web.Tests.Hosting;

public sealed class HostTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task The_hub_says_that_it_lives_and_is_ready()
    {
        using var browser = host.Browser();

        (await browser.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        var ready = await browser.GetFromJsonAsync<JsonElement>("/health/ready");
        ready.GetProperty("status").GetString().Should().Be("healthy");
        ready.GetProperty("checks").EnumerateObject().Select(check => check.Name)
            .Should().BeEquivalentTo("database", "schema", "projections", "webhook", "bus", "channels", "ledger", "alarms");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001")]
    public async Task Every_address_of_the_dashboard_is_its_page_with_a_nonce_of_its_own(string path)
    {
        using var browser = host.Browser();

        var first = await browser.GetAsync(path);
        var second = await browser.GetAsync(path);

        var nonce = Nonce(first);
        (await first.Content.ReadAsStringAsync()).Should().Contain($"content=\"{nonce}\"");
        Nonce(second).Should().NotBe(nonce);
        Policy(first).Should().Contain("script-src 'self';").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
    }

    [Fact]
    public async Task Answers_of_the_API_may_not_be_framed_run_or_guessed()
    {
        using var auditor = await host.Integration(Role.Auditor);

        var answer = await auditor.GetAsync("/api/v1/staff");

        Policy(answer).Should().Be("default-src 'none'; frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v2/staff", HttpStatusCode.NotFound)]
    public async Task An_unknown_route_of_the_API_is_no_page(string path, HttpStatusCode status)
    {
        using var auditor = await host.Integration(Role.Auditor);

        var answer = await auditor.GetAsync(path);

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("replies/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/approve", HttpStatusCode.Forbidden)]
    [InlineData("intakes/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/accept", HttpStatusCode.Forbidden)]
    [InlineData("replies/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/reject", HttpStatusCode.BadRequest)]
    // Forbidden by the commands themselves: an integration is no person.
    public async Task A_command_without_a_body_reaches_its_route(string path, HttpStatusCode expected)
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        using var answer = await lawyer.PostAsync($"/api/v1/{path}", content: null);

        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_that_names_neither_body_nor_length_is_one_that_sends_nothing()
    {
        using var auditor = await host.Integration(Role.Auditor);
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = connection.GetStream();
        var request =
            $"POST /api/v1/audit/verify HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: {auditor.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(stream);

        (await answer.ReadLineAsync()).Should().Be("HTTP/1.1 200 OK");
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/matters", "GET")]
    [InlineData("GET", "/api/v1/replies/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/approve", "POST")]
    [InlineData("GET", "/api/v1/conversations/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/takeover", "DELETE, POST")]
    [InlineData("PATCH", "/api/v1/intake-definitions/triage", "GET, PUT")]
    public async Task A_verb_that_a_route_does_not_know_is_told_which_it_knows(string verb, string path, string allowed)
    {
        using var browser = host.Browser();

        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        string.Join(", ", answer.Content.Headers.Allow).Should().Be(allowed);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().Should().Be("method_not_allowed");
        problem.GetProperty("status").GetInt32().Should().Be(405);
    }

    [Theory]
    [InlineData("/api/v1/conversations/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/replies", "application/json")]
    [InlineData("/api/v1/conversations/0f6f0a3e-7d6c-4b53-9d0a-6f3f6f1a0001/media", "multipart/form-data")]
    public async Task A_body_of_another_type_is_told_which_one_the_route_takes(string path, string taken)
    {
        using var browser = host.Browser();

        var answer = await browser.PostAsync(path, new StringContent("words", mediaType: new("text/plain")));

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().Should().Be("body_type_not_taken");
        problem.GetProperty("detail").GetString().Should().Contain(taken);
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/nothing")]
    [InlineData("PATCH", "/api/v1/replies/not-an-id")]
    public async Task An_address_that_no_route_has_is_unknown_whatever_the_verb(string verb, string path)
    {
        using var browser = host.Browser();

        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("no_such_route");
    }

    [Fact]
    public async Task Metrics_are_in_Prometheus_format_and_name_no_address()
    {
        using var auditor = await host.Integration(Role.Auditor);
        await auditor.GetAsync("/api/v1/staff?secret=081234567890");
        await auditor.PostAsJsonAsync("/api/v1/staff", new { });

        var page = await auditor.GetStringAsync("/metrics");

        page.Should().Contain("# TYPE http_server_request_duration_seconds histogram")
            .And.MatchRegex("(?m)^hub_api_refusals_total\\{code=\"role_missing\",route=\"/api/v1/staff/\"\\} [1-9]")
            .And.NotContain("secret").And.NotContain("081234567890");
        page.Split('\n').Where(line => line.Length > 0).Should().AllSatisfy(line =>
            line.Should().MatchRegex("^(# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*\\})? \\S+)$"));
    }

    [Fact]
    public async Task The_document_describes_every_route_with_exact_types()
    {
        using var browser = host.Browser();

        var document = await browser.GetFromJsonAsync<JsonElement>("/swagger/v1/swagger.json");

        var schemas = document.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("Session").GetProperty("required").EnumerateArray().Select(name => name.GetString()).Should().Contain(["staffId", "roles", "language"]);
        schemas.GetProperty("StaffId").GetProperty("format").GetString().Should().Be("uuid");
        schemas.GetProperty("Role").GetProperty("enum").EnumerateArray()
            .Select(value => value.GetString()).Should().Contain("firmAdmin");
        document.GetProperty("paths").EnumerateObject().Should().OnlyContain(path => path.Name.StartsWith("/api/v1/", StringComparison.Ordinal));
        (await browser.GetAsync("/swagger/index.html")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private static string Nonce(HttpResponseMessage answer) => Policy(answer).Split("'nonce-")[1].Split('\'')[0];
}
