using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class AuditTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task Events_are_found_by_type_and_say_who_and_what()
    {
        await host.Admit("audited@uji.example", Role.Paralegal);
        using var auditor = await host.Integration(Role.Auditor);

        var page = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?type=role_granted,staff_invited&limit=2");

        page.GetProperty("items").GetArrayLength().Should().Be(2);
        var granted = page.GetProperty("items")[1];
        granted.EnumerateObject().Select(member => member.Name).Should().Equal(
            "sequence", "streamId", "streamType", "version", "type", "data", "tenantId", "occurredAt", "actor", "reason", "correlationId",
            "causationId", "hash", "eventId", "subjectId");
        granted.GetProperty("type").GetString().Should().Be("role_granted");
        granted.GetProperty("streamType").GetString().Should().Be("staff_member");
        granted.GetProperty("actor").GetString().Should().Be("system:test");
        granted.GetProperty("hash").GetString().Should().MatchRegex("^[0-9a-f]{64}$");
        granted.GetProperty("tenantId").GetGuid().Should().Be(host.Tenant.Value);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        await host.Admit("paged@uji.example", Role.Paralegal, Role.Lawyer);
        using var auditor = await host.Integration(Role.Auditor);
        var all = await Sequences(auditor, "/api/v1/audit/events?limit=200&to=2999-01-01T00:00:00Z");

        var paged = new List<long>();
        for (string? next = ""; next is not null && paged.Count < 500;)
        {
            var page = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?limit=2&after={next}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt64()));
            next = page.GetProperty("next").GetString();
        }

        paged.Should().StartWith(all).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Pages_go_backwards_from_the_newest_when_asked()
    {
        await host.Admit("newest@uji.example", Role.Paralegal, Role.Lawyer);
        using var auditor = await host.Integration(Role.Auditor);

        var first = await Sequences(auditor, "/api/v1/audit/events?order=desc&limit=2");
        var second = await Sequences(auditor, $"/api/v1/audit/events?order=desc&limit=2&after={first[^1]}");

        first.Concat(second).Should().HaveCount(4).And.BeInDescendingOrder();
        (await auditor.GetAsync("/api/v1/audit/events?order=sideways")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Everything_streams_as_lines()
    {
        await host.Admit("lines@uji.example", Role.Paralegal);
        using var auditor = await host.Integration(Role.Auditor);
        auditor.DefaultRequestHeaders.Accept.ParseAdd("application/x-ndjson");

        var answer = await auditor.GetAsync("/api/v1/audit/events?stream=staff_member");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/x-ndjson");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("streamType").GetString()).Should().NotBeEmpty().And.OnlyContain(type => type == "staff_member");
    }

    [Fact]
    public async Task Verification_holds_and_names_the_place_where_it_does_not()
    {
        var staff = await host.Admit("verified@uji.example", Role.Paralegal);
        using var auditor = await host.Integration(Role.Auditor);
        (await Verify(auditor)).GetProperty("intact").GetBoolean().Should().BeTrue();

        await host.Database.AsSuperuser(
            $$"""
            alter table mt_events disable trigger user;
            update mt_events set data = data || '{"Role": "Lawyer"}' where type = 'role_granted' and stream_id = '{{staff}}';
            """);

        var verified = await Verify(auditor);
        verified.GetProperty("intact").GetBoolean().Should().BeFalse();
        verified.GetProperty("breaks")[0].GetProperty("streamId").GetGuid().Should().Be(staff.Value);
    }

    [Theory]
    [InlineData(Role.Paralegal)]
    [InlineData(Role.Operator)]
    public async Task Others_do_not_read_the_stream(Role role)
    {
        using var other = await host.Integration(role);

        (await other.GetAsync("/api/v1/audit/events")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void What_is_personal_shows_only_that_it_is_there()
    {
        var stored = JsonNode.Parse("""{"Client":"0f6f","Name":{"$subject":"0f6f","k":1,"n":"AA==","c":"BB=="},"Items":[{"Text":{"$subject":"0f6f"}}],"Count":3}""");

        AuditedEvent.Show(stored)!.ToJsonString().Should().Be(
            """{"client":"0f6f","name":{"sealed":true},"items":[{"text":{"sealed":true}}],"count":3}""");
    }

    private static async Task<JsonElement> Verify(HttpClient auditor) =>
        await (await auditor.PostAsync("/api/v1/audit/verify", content: null)).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<List<long>> Sequences(HttpClient auditor, string path) =>
        [.. (await auditor.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt64())];
}
