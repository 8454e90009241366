using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>The auditors' saved questions and entities through time, over HTTP and PostgreSQL.</summary>
public sealed class AuditQuestionTests(HubHost host, ReadingTests.Room room) : IClassFixture<HubHost>, IClassFixture<ReadingTests.Room>
{
    [Fact]
    public async Task The_questions_are_listed_in_both_languages_with_what_is_missing()
    {
        using var auditor = await host.Integration(Role.Auditor);

        var items = (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/questions")).GetProperty("items");

        items.GetArrayLength().Should().Be(22);
        var third = items[2];
        third.GetProperty("words").GetProperty("en").GetString().Should().Be("Did any text reach a client without a lawyer?");
        third.GetProperty("judged").GetBoolean().Should().BeTrue();
        items[0].GetProperty("needs").EnumerateArray().Select(parameter => parameter.GetString()).Should().Equal("client");
        items[17].GetProperty("missing")[0].GetString().Should().Be("external_processing_recorded");
    }

    [Fact]
    public async Task A_question_is_answered_from_the_whole_log()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        var consent = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/questions/1?subject={client.Client}");
        var judgement = consent.GetProperty("judgement");
        judgement.GetProperty("holds").GetBoolean().Should().BeFalse("the answer was typed in by a test that nobody agreed to");
        judgement.GetProperty("findings")[0].GetProperty("code").GetString().Should().Be("answer_without_consent");
        consent.GetProperty("events").GetProperty("items")[0].GetProperty("type").GetString().Should().Be("intake_updated");

        (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/questions/14")).GetProperty("judgement").GetProperty("figures")
            .EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == "opened_without_check").GetProperty("value").GetInt64().Should().Be(1);
        (await auditor.GetAsync("/api/v1/audit/questions/1")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await auditor.GetAsync("/api/v1/audit/questions/99")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_question_can_be_asked()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        for (var number = 1; number <= 22; number++)
        {
            var stream = number == 17 ? client.Intake.Value : client.Matter.Value;
            var answer = await auditor.GetAsync(string.Create(
                CultureInfo.InvariantCulture, $"/api/v1/audit/questions/{number}?subject={client.Client}&stream={stream}&limit=3"));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, $"question {number}");
            (await answer.Content.ReadAsStringAsync()).Should().NotContain(ClientInEveryRoom.Marker);
        }
    }

    [Theory]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.Paralegal)]
    [InlineData(Role.Operator)]
    public async Task Whoever_does_not_audit_the_firm_does_not_ask(Role role)
    {
        using var other = await host.Integration(role);

        (await other.GetAsync("/api/v1/audit/questions")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await other.GetAsync("/api/v1/audit/questions/3")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Several_types_of_one_client_are_found_together()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        var page = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?type=matter_opened,time_entry_approved&subject={client.Client}");

        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("type").GetString()).Should().Equal("matter_opened", "time_entry_approved");
        page.GetProperty("items").EnumerateArray().Should().OnlyContain(item => item.GetProperty("subjectId").GetGuid() == client.Client.Value);
    }

    [Fact]
    public async Task An_entity_is_shown_step_by_step_with_the_difference_each_made()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        var text = await auditor.GetStringAsync($"/api/v1/audit/streams/{client.TimeEntry}");
        var entity = JsonDocument.Parse(text).RootElement;

        text.Should().NotContain(ClientInEveryRoom.Marker);
        entity.GetProperty("streamType").GetString().Should().Be("time_entry");
        entity.GetProperty("state").GetProperty("state").GetString().Should().Be("Approved");
        entity.GetProperty("state").GetProperty("narrative").GetProperty("sealed").GetBoolean().Should().BeTrue();
        var steps = entity.GetProperty("steps").GetProperty("items");
        steps.EnumerateArray().Select(step => step.GetProperty("event").GetProperty("type").GetString()).Should().Equal("time_entry_recorded", "time_entry_approved");
        var approved = steps[1].GetProperty("changes").EnumerateArray().ToDictionary(change => change.GetProperty("field").GetString()!);
        approved["state"].GetProperty("before").GetString().Should().Be("Draft");
        approved["state"].GetProperty("after").GetString().Should().Be("Approved");
        approved.Should().ContainKey("approvedAt").And.NotContainKey("narrative", "a value that stays as it was is no difference, however it is sealed");
    }

    [Fact]
    public async Task An_entity_is_shown_as_it_stood_and_in_pages()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);
        var path = $"/api/v1/audit/streams/{client.TimeEntry}";
        var first = await auditor.GetFromJsonAsync<JsonElement>($"{path}?limit=1");
        var firstStep = first.GetProperty("steps").GetProperty("items")[0].GetProperty("event");

        first.GetProperty("steps").GetProperty("next").GetString().Should().Be("1");
        (await auditor.GetFromJsonAsync<JsonElement>($"{path}?limit=1&after=1")).GetProperty("steps").GetProperty("items")[0]
            .GetProperty("event").GetProperty("version").GetInt64().Should().Be(2);
        var before = firstStep.GetProperty("occurredAt").GetDateTimeOffset().AddSeconds(-1);
        (await auditor.GetAsync($"{path}?asOf={Uri.EscapeDataString(before.ToString("O", CultureInfo.InvariantCulture))}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await auditor.GetAsync($"{path}?after=x")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var paralegal = await host.Integration(Role.Paralegal);
        (await paralegal.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_entity_is_shown_as_it_stood_after_one_of_its_versions()
    {
        var client = await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        var then = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/streams/{client.TimeEntry}?version=1");

        then.GetProperty("events").GetInt64().Should().Be(1);
        then.GetProperty("state").GetProperty("state").GetString().Should().Be("Draft");
        (await auditor.GetAsync($"/api/v1/audit/streams/{client.TimeEntry}?version=0")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_downloads_the_export_as_a_file()
    {
        await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);

        using var filtered = await auditor.GetAsync("/api/v1/audit/events?format=ndjson&type=time_entry_recorded,time_entry_approved");
        var lines = (await filtered.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        filtered.Content.Headers.ContentType!.MediaType.Should().Be("application/x-ndjson");
        filtered.Content.Headers.ContentDisposition!.FileName.Should().Be("lawyers-hub-audit.ndjson");
        lines.Should().HaveCountGreaterThan(1)
            .And.OnlyContain(line => line.Contains("\"type\":\"time_entry_", StringComparison.Ordinal));
        (await auditor.GetAsync("/api/v1/audit/events?format=csv")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("stream")]
    [InlineData("actor")]
    public async Task A_filter_that_no_stored_text_can_match_is_refused(string filter)
    {
        using var auditor = await host.Integration(Role.Auditor);

        (await auditor.GetAsync($"/api/v1/audit/events?{filter}=a%00b")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await auditor.GetAsync($"/api/v1/audit/questions/16?{filter}=a%00b")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_kind_of_stream_can_be_shown_through_time()
    {
        await room.Of(host);
        using var auditor = await host.Integration(Role.Auditor);
        var all = (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?limit=200")).GetProperty("items").EnumerateArray();
        var kinds = all.GroupBy(item => item.GetProperty("streamType").GetString()).ToArray();

        kinds.Should().HaveCountGreaterThan(8);
        foreach (var kind in kinds)
        {
            var text = await auditor.GetStringAsync($"/api/v1/audit/streams/{kind.First().GetProperty("streamId").GetGuid()}");
            text.Should().NotContain(ClientInEveryRoom.Marker, kind.Key);
            JsonDocument.Parse(text).RootElement.GetProperty("steps").GetProperty("items")[0].GetProperty("changes").GetArrayLength().Should().BeGreaterThan(0, kind.Key);
        }
    }
}
