using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class IntakeTests(HubHost host) : IClassFixture<HubHost>
{
    private const string Mini = """
        key: mini
        version: 1
        kind: legal_intake
        title: {id: "Mini", en: "Mini"}
        number: {format: "INT-{yyyyMMdd}-{seq:000}"}
        consent: {purposes: [intake]}
        session: {lapseAfter: P7D, retainLapsed: P30D}
        start: nama
        questions:
          - id: nama
            type: text
            data: personal
            text: {id: "Siapa nama Anda?", en: "What is your name?"}
            next: mendesak
          - id: mendesak
            type: yes_no
            data: plain
            text: {id: "Mendesak?", en: "Urgent?"}
            next: END
        flags:
          - {id: URGENT, when: "mendesak == true", urgency: high, sla: PT2H, notify: [lawyer]}
        outcome:
          - {result: submitted, route: lawyer, say: {id: "Terima kasih.", en: "Thank you."}}
        """;

    [Fact]
    public async Task A_definition_is_drafted_checked_and_published_over_HTTP()
    {
        using var paralegal = await host.Integration(Role.Paralegal);
        using var lawyer = await host.Integration(Role.Lawyer);
        var source = Mini.Replace("key: mini", "key: lain", StringComparison.Ordinal);

        (await Put(paralegal, "lain", source.Replace("next: END", "next: hilang", StringComparison.Ordinal))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await paralegal.PostAsync("/api/v1/intake-definitions/lain/publish", null)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var refused = await lawyer.PostAsync("/api/v1/intake-definitions/lain/publish", null);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().Should().Be("definition_faulty");
        var fault = problem.GetProperty("faults").EnumerateArray().First(fault => fault.GetProperty("code").GetString() == "target_missing");
        fault.GetProperty("line").GetInt32().Should().Be(19);
        fault.GetProperty("question").GetString().Should().Be("mendesak");
        fault.GetProperty("reason").GetString().Should().Contain("hilang");

        (await Put(paralegal, "lain", source)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await lawyer.PostAsync("/api/v1/intake-definitions/lain/publish", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        var detail = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/lain");
        detail.GetProperty("state").GetString().Should().Be("published");
        detail.GetProperty("version").GetInt32().Should().Be(1);
        detail.GetProperty("source").GetString().Should().Be(source);
        (await lawyer.GetAsync("/api/v1/intake-definitions/nothing")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_intake_is_listed_read_by_right_and_declined_by_a_lawyer()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        using var paralegal = await host.Integration(Role.Paralegal);
        using var auditor = await host.Integration(Role.Auditor);
        await Put(lawyer, "mini", Mini);
        (await lawyer.PostAsync("/api/v1/intake-definitions/mini/publish", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        var id = await Interview("mini", "Siti Rahma", "ya");

        var page = await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/intakes/{id}");
        page.GetProperty("clientName").GetString().Should().Be("Siti Rahma");
        page.GetProperty("state").GetString().Should().Be("submitted");
        page.GetProperty("urgency").GetString().Should().Be("high");
        page.GetProperty("definitionTitle").GetProperty("id").GetString().Should().Be("Mini");
        page.GetProperty("flags")[0].GetProperty("sla").GetString().Should().Be("PT2H");
        var answers = page.GetProperty("answers");
        answers[0].GetProperty("display").GetProperty("en").GetString().Should().Be("Siti Rahma");
        answers[1].GetProperty("type").GetString().Should().Be("yes_no");

        (await auditor.GetStringAsync($"/api/v1/intakes/{id}")).Should().Contain("Siapa nama Anda?").And.NotContain("Siti Rahma");
        await Eventually.Is(
            async () =>
            {
                var list = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intakes?state=submitted");
                return list.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetGuid() == id.Value);
            },
            "the submitted intake is in the list");

        var name = $"/api/v1/intakes/{id}/answers/nama/correct";
        (await auditor.PostAsJsonAsync(name, new { answer = "Siti Rahmah", reason = "x" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await paralegal.PostAsJsonAsync(name, new { answer = "Siti Rahmah" })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await paralegal.PostAsJsonAsync(name, new { answer = "Siti", option = "x", reason = "lewat telepon" })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await paralegal.PostAsJsonAsync(name, new { answer = "Siti Rahmah", reason = "lewat telepon" })).StatusCode.Should().Be(HttpStatusCode.NoContent);
        var urgent = $"/api/v1/intakes/{id}/answers/mendesak/correct";
        (await (await paralegal.PostAsJsonAsync(urgent, new { answer = "entah", reason = "x" })).Content.ReadAsStringAsync())
            .Should().Contain("correction_not_valid").And.Contain("Please answer Yes or No.");
        (await paralegal.PostAsJsonAsync($"/api/v1/intakes/{id}/answers/hantu/correct", new { answer = "x", reason = "x" })).StatusCode
            .Should().Be(HttpStatusCode.NotFound);
        var corrected = (await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/intakes/{id}")).GetProperty("answers");
        corrected[0].GetProperty("display").GetProperty("id").GetString().Should().Be("Siti Rahmah");
        corrected[0].GetProperty("correctedFrom").GetProperty("id").GetString().Should().Be("Siti Rahma");
        corrected[0].GetProperty("byStaff").GetBoolean().Should().BeTrue();
        corrected[1].GetProperty("options").GetArrayLength().Should().Be(2);

        (await paralegal.PostAsJsonAsync($"/api/v1/intakes/{id}/decline", new { reason = "x" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await paralegal.PostAsJsonAsync($"/api/v1/intakes/{id}/flags/URGENT/clear", new { reason = "x" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await lawyer.PostAsJsonAsync($"/api/v1/intakes/{id}/flags/URGENT/clear", new { reason = "sudah ditelepon" })).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await lawyer.PostAsJsonAsync($"/api/v1/intakes/{id}/decline", new { reason = "" })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await lawyer.PostAsJsonAsync($"/api/v1/intakes/{id}/decline", new { reason = "di luar bidang" })).StatusCode.Should().Be(HttpStatusCode.NoContent);
        var decided = await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/intakes/{id}");
        decided.GetProperty("decision").GetProperty("reason").GetString().Should().Be("di luar bidang");
        decided.GetProperty("flags")[0].TryGetProperty("clearedAt", out _).Should().BeTrue();
        (await lawyer.PostAsJsonAsync($"/api/v1/intakes/{Guid.NewGuid()}/decline", new { reason = "x" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_funnel_counts_how_far_intakes_came_and_where_they_stand_and_the_list_shows_the_same_ones()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        const string key = "corong";
        await Put(lawyer, key, Mini.Replace("key: mini", $"key: {key}", StringComparison.Ordinal));
        (await lawyer.PostAsync($"/api/v1/intake-definitions/{key}/publish", null)).EnsureSuccessStatusCode();
        await Begin(key, [], "Siti");
        var cancelled = await Begin(key, [], "Budi");
        await Do(cancelled, new IntakeCommand.Cancel());
        await Begin(key, [Purpose.Messaging]);
        var declined = await Interview(key, "Rina", "ya");
        (await lawyer.PostAsJsonAsync($"/api/v1/intakes/{declined}/decline", new { reason = "di luar bidang" })).EnsureSuccessStatusCode();
        await Interview(key, "Dewi", "tidak");

        await Eventually.Is(
            async () => Counts(await Funnel(), "stages", "stage") is "started 5, asked 4, submitted 2, reviewed 1, accepted 0"
                && Counts(await Funnel(), "states", "state")
                    is "awaitingConsent 1, inProgress 1, submitted 1, underReview 0, accepted 0, declined 1, referred 0, lapsed 0, cancelled 1",
            "each is counted in every stage that it passed and in the state where it stands");
        (await Ids("stage=submitted")).Should().HaveCount(2).And.Contain(declined.Value);
        (await Ids("state=cancelled")).Should().Equal(cancelled.Value);
        (await Ids($"to={Uri.EscapeDataString("2020-01-01T00:00:00Z")}")).Should().BeEmpty();
        (await Ids($"from={Uri.EscapeDataString("2020-01-01T00:00:00Z")}")).Should().HaveCount(5);
        Counts(await Funnel("&to=2020-01-01T00:00:00Z"), "stages", "stage").Should().Be("started 0, asked 0, submitted 0, reviewed 0, accepted 0");
        (await Funnel()).GetProperty("definitions").EnumerateArray().Should().Contain(
            counted => counted.GetProperty("key").GetString() == key && counted.GetProperty("count").GetInt32() == 5);

        Task<JsonElement> Funnel(string more = "") => lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/intakes/funnel?definition={key}{more}");

        async Task<Guid[]> Ids(string filter) =>
            [.. (await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/intakes?definition={key}&{filter}")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid())];

        static string Counts(JsonElement funnel, string list, string name) => string.Join(
            ", ", funnel.GetProperty(list).EnumerateArray().Select(counted => $"{counted.GetProperty(name).GetString()} {counted.GetProperty("count").GetInt32()}"));
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string key, string source) =>
        client.PutAsync($"/api/v1/intake-definitions/{key}", new StringContent(source, Encoding.UTF8, "application/yaml"));

    private async Task<IntakeId> Interview(string key, params string[] answers)
    {
        var id = await Begin(key, [Purpose.Intake], answers);
        var set = (await host.Services.GetRequiredService<IDefinitions>().Published(host.Tenant, key, CancellationToken.None))!;
        var context = await host.Services.GetRequiredService<IReadingContexts>().Now(host.Tenant, CancellationToken.None);
        await Do(id, new IntakeCommand.Submit("INT-20261121-001", set, context));
        return id;
    }

    /// <param name="granted">What the client has agreed to; to the interview alone if empty.</param>
    private async Task<IntakeId> Begin(string key, Purpose[] granted, params string[] answers)
    {
        var (id, client) = (new IntakeId(Guid.NewGuid()), new DataSubjectId(Guid.NewGuid()));
        var set = (await host.Services.GetRequiredService<IDefinitions>().Published(host.Tenant, key, CancellationToken.None))!;
        var context = await host.Services.GetRequiredService<IReadingContexts>().Now(host.Tenant, CancellationToken.None);
        var purposes = granted.Length == 0 ? [Purpose.Intake] : granted.ToHashSet();
        await Do(id, new IntakeCommand.Start(id, client, new ConversationId(Guid.NewGuid()), "id", set, purposes, context));
        foreach (var answer in answers)
        {
            await Do(id, new IntakeCommand.Answer(ClientInput.Typed(answer), set, purposes, context));
        }

        return id;
    }

    private async Task Do(IntakeId id, IntakeCommand command)
    {
        var client = command is IntakeCommand.Start start ? start.Client : ((Intake.Known)await State(id)).Session.Client;
        var decided = await host.Services.GetRequiredService<IEventStore>().Transact(
            IntakeStream.Of(host.Tenant, id), Intake.Decider, command,
            new Provenance(Actor.Client(client), new CauseId(Guid.NewGuid()), Guid.NewGuid(), About: client), CancellationToken.None);
        decided.Refusal.Should().BeNull();
    }

    private Task<Intake> State(IntakeId id) =>
        host.Services.GetRequiredService<IEventStore>().Present(IntakeStream.Of(host.Tenant, id), Intake.Decider, CancellationToken.None);
}
