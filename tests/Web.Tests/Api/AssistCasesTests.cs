using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class AssistCasesTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task The_time_rule_answers_every_published_case_exactly()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "time-cases.jsonl"));

        foreach (var line in lines)
        {
            var worked = JsonNode.Parse(line)!;
            var answer = await Post(lawyer, "time-estimate", worked["input"]!.ToJsonString());
            var estimate = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
            estimate.Remove("because").Should().BeTrue();
            Numbers(estimate).Should().Equal(Numbers(worked["expected"]!), worked["id"]!.ToString());
        }

        lines.Should().HaveCountGreaterThan(30);
    }

    [Theory]
    [InlineData("classify", "{}")]
    [InlineData("mask", "{}")]
    [InlineData("time-estimate", """{"inbound_words":-1}""")]
    [InlineData("time-estimate", """{"documents":[{"kind":"pdf"}]}""")]
    public async Task What_makes_no_sense_is_refused(string route, string body)
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        (await Post(lawyer, route, body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>Every member in order, numbers by value: 0.0 and 0 are the same minutes.</summary>
    private static IEnumerable<string> Numbers(JsonNode node) => node is JsonObject members
        ? members.OrderBy(member => member.Key, StringComparer.Ordinal).SelectMany(member => Numbers(member.Value!).Select(text => $"{member.Key}: {text}"))
        : [node.GetValueKind() == JsonValueKind.Number ? node.GetValue<decimal>().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : node.ToJsonString()];

    private static Task<HttpResponseMessage> Post(HttpClient client, string route, string body) =>
        client.PostAsync($"/api/v1/assist/{route}", new StringContent(body, Encoding.UTF8, "application/json"));
}
