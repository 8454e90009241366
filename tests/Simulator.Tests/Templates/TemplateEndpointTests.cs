using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Templates;

public sealed class TemplateEndpointTests
{
    private const string Templates = $"/v22.0/{SimulatorUnderTest.WabaId}/message_templates";

    [Fact]
    public async Task The_firms_templates_come_page_by_page()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var names = new List<string>();

        for (var address = Templates + "?limit=2"; address is not null;)
        {
            var page = await simulator.Graph.GetFromJsonAsync<JsonElement>(address);
            names.AddRange(page.GetProperty("data").EnumerateArray().Select(template => template.GetProperty("name").GetString()!));
            address = page.GetProperty("paging").TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        names.Should().Equal("pengingat_wawancara", "jadwal_pertemuan", "perkembangan_perkara", "tagihan_terbit", "kuitansi", "pemberitahuan_staf");
    }

    [Fact]
    public async Task A_created_template_is_pending_until_the_review_approves_it_and_the_hub_hears_of_it()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var created = await Create(simulator, "Yth. {{1}}, terima kasih.");

        created.Json.GetProperty("status").GetString().Should().Be("PENDING");
        var webhook = (await Eventually.Has(() => simulator.Hub.Webhooks, 1))[0];
        var change = webhook.Json.GetProperty("entry")[0].GetProperty("changes")[0];
        change.GetProperty("field").GetString().Should().Be("message_template_status_update");
        change.GetProperty("value").GetProperty("event").GetString().Should().Be("APPROVED");
        change.GetProperty("value").GetProperty("message_template_id").GetInt64().Should().BeGreaterThan(int.MaxValue);
    }

    [Theory]
    [InlineData("{{1}} terima kasih.")]
    [InlineData("Yth. {{1}}{{2}}, terima kasih.")]
    [InlineData("Yth. {{1}} dan {{3}}, terima kasih.")]
    [InlineData("")]
    public async Task A_definition_that_breaks_a_rule_is_refused(string text)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var refused = await Create(simulator, text);

        (refused.Status, refused.ErrorCode).Should().Be((400, 100));
    }

    [Fact]
    public async Task A_test_may_pause_a_template()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var paused = new
        {
            name = "kuitansi",
            language = "id",
            status = "PAUSED",
            category = "UTILITY",
            components = new[] { new { type = "BODY", text = "Terima kasih." } },
        };

        using var response = await simulator.Http.PostAsJsonAsync("/simulator/templates", paused);

        response.EnsureSuccessStatusCode();
        var answer = await simulator.Send(new
        {
            messaging_product = "whatsapp",
            to = SimulatorUnderTest.Client,
            type = "template",
            template = new { name = "kuitansi", language = new { code = "id" } },
        });
        (answer.Status, answer.ErrorCode).Should().Be((400, 132015));
    }

    private static async Task<GraphResponse> Create(SimulatorUnderTest simulator, string text)
    {
        var body = new { name = "terima_kasih", language = "id", category = "UTILITY", components = new[] { new { type = "BODY", text } } };
        using var response = await simulator.Graph.PostAsJsonAsync(Templates, body);
        return new GraphResponse((int)response.StatusCode, await SimulatorUnderTest.Json(response));
    }
}
