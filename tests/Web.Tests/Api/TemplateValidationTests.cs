using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class TemplateValidationTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task Every_case_is_answered_with_its_verdict_and_reason()
    {
        using var admin = await host.Integration(Role.FirmAdmin);
        using var cases = JsonDocument.Parse(typeof(TemplateValidationTests).Assembly.GetManifestResourceStream("template-cases.json")!);

        foreach (var one in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            using var answer = await admin.PostAsJsonAsync(
                "/api/v1/templates/validate", new { template = one.GetProperty("template"), request = one.GetProperty("request") });
            var judgement = await answer.Content.ReadFromJsonAsync<JsonElement>();

            foreach (var member in new[] { "verdict", "reason", "path" })
            {
                judgement.GetProperty(member).ToString().Should().Be(one.GetProperty("expected").GetProperty(member).ToString(), one.GetProperty("id").GetString());
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"template":[],"request":{}}""")]
    [InlineData("""{"template":{},"request":"send it"}""")]
    [InlineData("""{"template":{},"request":null}""")]
    public async Task What_is_no_template_or_no_request_is_refused(string body)
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        using var answer = await admin.PostAsync("/api/v1/templates/validate", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json");
    }
}
