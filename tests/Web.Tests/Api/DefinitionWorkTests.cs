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

public sealed class DefinitionWorkTests(HubHost host) : IClassFixture<HubHost>
{
    private const string Source = """
        key: KEY
        version: 1
        kind: legal_intake
        title: {id: "Sewa", en: "Lease"}
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
    public async Task A_check_finds_what_publishing_would_and_stores_nothing()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        using var auditor = await host.Integration(Role.Auditor);
        var source = Of("sewa_cek");
        await Publish(lawyer, "sewa_cek", source);
        var changed = source.Replace("next: END", "next: hilang", StringComparison.Ordinal);

        var found = await Post(lawyer, "sewa_cek/check", new { source = changed });
        found.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("code").GetString(), fault.GetProperty("line").GetInt32()))
            .Should().BeEquivalentTo([("version_not_newer", 2), ("target_missing", 19), ("path_without_end", 10), ("path_without_end", 15)]);
        found.GetProperty("tree").GetProperty("questions")[1].GetProperty("next")[0].GetProperty("to").GetString().Should().Be("hilang");
        (await Post(lawyer, "sewa_cek/check", new { source })).GetProperty("faults").GetArrayLength().Should().Be(0);
        (await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa_cek")).GetProperty("source").GetString().Should().Be(source);
        (await auditor.PostAsJsonAsync("/api/v1/intake-definitions/sewa_cek/check", new { source })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await lawyer.PostAsJsonAsync("/api/v1/intake-definitions/sewa_cek/check", new { source = "" })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_dry_run_plays_unsaved_text_with_the_engine_of_real_interviews()
    {
        using var paralegal = await host.Integration(Role.Paralegal);
        var source = Of("sewa_coba");

        var started = await Post(paralegal, "sewa_coba/dry-run", new { source });
        started.GetProperty("lines")[0].GetProperty("text").GetString().Should().Be("Siapa nama Anda?");
        started.GetProperty("at").GetProperty("question").GetString().Should().Be("nama");

        object[] inputs = [new { text = "Siti" }, new { text = "ENGLISH" }, new { text = "perhaps" }, new { choice = "mendesak:true" }];
        var ended = await Post(paralegal, "sewa_coba/dry-run", new { source, inputs });
        ended.GetProperty("state").GetString().Should().Be("submitted");
        ended.GetProperty("result").GetString().Should().Be("submitted");
        ended.GetProperty("flags")[0].GetProperty("id").GetString().Should().Be("URGENT");
        ended.GetProperty("progress").GetProperty("answered").GetInt32().Should().Be(2);
        ended.GetProperty("answers")[0].GetProperty("display").GetProperty("en").GetString().Should().Be("Siti");
        ended.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()).Should().ContainInOrder(
            "Siti", "Mendesak?", "ENGLISH", "Urgent?", "perhaps", "Please answer Yes or No.\n\nUrgent?", "Yes");

        var faulty = await Post(paralegal, "sewa_coba/dry-run", new { source = source.Replace("next: END", "next: hilang", StringComparison.Ordinal) });
        faulty.GetProperty("state").GetString().Should().Be("faulty");
        faulty.GetProperty("faults").GetArrayLength().Should().BePositive();
        (await paralegal.GetAsync("/api/v1/intake-definitions/sewa_coba")).StatusCode.Should().Be(HttpStatusCode.NotFound, "nothing of it was stored");
    }

    [Fact]
    public async Task A_dry_run_asks_for_what_the_firms_notice_leaves_out_and_takes_a_no()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var source = Of("sewa_izin").Replace("purposes: [intake]", "purposes: [intake, screening]", StringComparison.Ordinal);
        string[] buttons = ["consent/further/agree", "consent/further/decline"];

        var started = await Post(lawyer, "sewa_izin/dry-run", new { source });
        started.GetProperty("lines")[0].GetProperty("text").GetString().Should().Contain("skrining kesehatan").And.NotContain("wawancara awal");
        started.GetProperty("lines")[0].GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("id").GetString()).Should().Equal(buttons);
        started.GetProperty("at").ValueKind.Should().Be(JsonValueKind.Null);

        object[] no = [new { choice = buttons[1] }, new { text = "halo" }];
        var declined = Lines(await Post(lawyer, "sewa_izin/dry-run", new { source, inputs = no }));
        declined[^3].Should().Contain("tidak kami lanjutkan");
        declined[^1].Should().StartWith("Bagian ini menunggu persetujuan Anda.");

        object[] yes = [.. no, new { text = "ENGLISH" }, new { text = "i agree" }];
        Lines(await Post(lawyer, "sewa_izin/dry-run", new { source, inputs = yes }))[^3..].Should().Equal(
            "This part waits for your consent. Type I AGREE to go on, PERSON to talk to a person, or CANCEL to end this interview.",
            "i agree", "What is your name?");

        static string[] Lines(JsonElement run) => [.. run.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()!)];
    }

    [Fact]
    public async Task A_running_session_stays_on_its_version_and_is_counted_there_question_by_question()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        await Publish(lawyer, "sewa", Of("sewa"));
        await Interview("sewa", "Siti");
        await Interview("sewa", "Budi", "ya");
        var second = Of("sewa").Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("Mendesak?", "Apakah mendesak?", StringComparison.Ordinal);
        (await Put(lawyer, "sewa", second)).EnsureSuccessStatusCode();

        var stale = await lawyer.PostAsync("/api/v1/intake-definitions/sewa/publish?hash=another", null);
        stale.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var draft = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa");
        (await lawyer.PostAsync($"/api/v1/intake-definitions/sewa/publish?hash={draft.GetProperty("hash").GetString()}", null))
            .StatusCode.Should().Be(HttpStatusCode.OK);

        await Eventually.Is(
            async () => (await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa")).GetProperty("running").GetRawText()
                == """[{"version":1,"sessions":1}]""",
            "one of the two still runs, on version 1");
        var use = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa/use?version=1");
        var urgent = use.GetProperty("questions")[1];
        (use.GetProperty("sessions").GetInt32(), urgent.GetProperty("asked").GetInt32(), urgent.GetProperty("answered").GetInt32(), urgent.GetProperty("waiting").GetInt32())
            .Should().Be((2, 2, 1, 1));

        var difference = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa/difference?from=1&to=2");
        var change = difference.GetProperty("changes").EnumerateArray().Should().ContainSingle().Subject;
        (change.GetProperty("id").GetString(), change.GetProperty("aspects")[0].GetProperty("aspect").GetString()).Should().Be(("mendesak", "wording"));
        (await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/intake-definitions/sewa/versions/1")).GetProperty("source").GetString().Should().Be(Of("sewa"));
        (await lawyer.GetAsync("/api/v1/intake-definitions/sewa/versions/3")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static string Of(string key) => Source.Replace("KEY", key, StringComparison.Ordinal);

    private static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        var answer = await client.PostAsJsonAsync($"/api/v1/intake-definitions/{path}", body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string key, string source) =>
        client.PutAsync($"/api/v1/intake-definitions/{key}", new StringContent(source, Encoding.UTF8, "application/yaml"));

    private static async Task Publish(HttpClient lawyer, string key, string source)
    {
        (await Put(lawyer, key, source)).EnsureSuccessStatusCode();
        (await lawyer.PostAsync($"/api/v1/intake-definitions/{key}/publish", null)).EnsureSuccessStatusCode();
    }

    private async Task Interview(string key, params string[] answers)
    {
        var (events, definitions) = (host.Services.GetRequiredService<IEventStore>(), host.Services.GetRequiredService<IDefinitions>());
        var (id, client) = (new IntakeId(Guid.NewGuid()), new DataSubjectId(Guid.NewGuid()));
        var set = (await definitions.Published(host.Tenant, key, CancellationToken.None))!;
        var context = await host.Services.GetRequiredService<IReadingContexts>().Now(host.Tenant, CancellationToken.None);
        var granted = new HashSet<Purpose> { Purpose.Intake };
        IEnumerable<IntakeCommand> commands =
        [
            new IntakeCommand.Start(id, client, new ConversationId(Guid.NewGuid()), "id", set, granted, context),
            .. answers.Select(answer => new IntakeCommand.Answer(ClientInput.Typed(answer), set, granted, context)),
        ];
        foreach (var command in answers.Length == 2 ? commands.Append(new IntakeCommand.Submit("INT-20261121-001", set, context)) : commands)
        {
            var decided = await events.Transact(
                IntakeStream.Of(host.Tenant, id), Intake.Decider, command,
                new Provenance(Actor.Client(client), new CauseId(Guid.NewGuid()), Guid.NewGuid(), About: client), CancellationToken.None);
            decided.Refusal.Should().BeNull();
        }
    }
}
