using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>An export is verified without the hub: by the program that comes with it, and by fifty lines in another language.</summary>
public sealed class OfflineVerificationTests(HubHost host) : IClassFixture<HubHost>, IDisposable
{
    // What another program wrote may be nested more deeply than readers of JSON allow by themselves.
    private const int Deep = 1_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-offline-tests-");

    [Fact]
    public async Task A_whole_export_verifies_with_nothing_but_itself_and_with_what_was_kept()
    {
        var export = await Export();
        var keys = Write("keys.json", JsonSerializer.Serialize(new { keys = Keys(export) }));
        var trusted = Write("kept.jws", string.Join('\n', Checkpoints(export).Take(1)));

        (await Verifier(export)).Should().Be((0, ""));
        (await Verifier(export, "--key", keys, "--trusted", trusted)).Should().Be((0, ""));
        (await OtherLanguage(export)).Exit.Should().Be(0);
        (await OtherLanguage(export, keys)).Exit.Should().Be(0);
    }

    [Fact]
    public async Task Each_tampering_with_an_export_is_named_with_its_place()
    {
        var export = await Export();
        var events = export.Count(line => line["sequence"] is not null);
        var sealedEvents = export.Take(events).Where(line => line["leafIndex"] is not null).ToArray();
        var victim = sealedEvents[sealedEvents.Length / 2];
        var (place, last) = ($"sequence {victim["sequence"]}", sealedEvents.MaxBy(line => (long)line["leafIndex"]!)!);

        await Finds("altered", place, Changed(export, victim, line => line["actor"] = "staff:somebody-else"));
        await Finds("altered", place, Changed(export, victim, line => line["occurredAt"] = "2026-01-01T00:00:00.000000Z"));
        await Finds("event_removed", $"leaf {victim["leafIndex"]}", [.. export.Where(line => line != victim)]);
        await Finds("event_removed", $"leaf {last["leafIndex"]}", [.. export.Where(line => line != last)]);
        await Finds("root_mismatch", "checkpoint", Swapped(export, sealedEvents[0], sealedEvents[1], "leafIndex"));
        await Finds("checkpoint_missing", "checkpoint", [.. export.Where(line => line != export[events])]);
        await Finds("checkpoint_missing", "leaf", [.. export.Where(line => line["checkpoint"] is null), export[events]]);
        await Finds("checkpoint_out_of_place", "checkpoint", [.. export.Take(events + 2), export[events], .. export.Skip(events + 2)]);
        await Finds("signature_invalid", "checkpoint", Changed(export, export[events], line => line["checkpoint"] = WithOtherSignature((string)line["checkpoint"]!)));
        await Finds("unknown_key", "checkpoint", [.. export.Where(line => line["key"] is null)]);

        // What is shown beside what is stored is hashed by nobody; the program compares the two.
        var shown = Changed(export, victim, line => line["data"] = new JsonObject { ["role"] = "lawyer" });
        (await Verifier(shown)).Output.Should().Contain($"shown_differs at {place}");
    }

    [Fact]
    public async Task A_ledger_forged_with_another_key_holds_in_itself_but_not_beside_the_keys_that_were_kept()
    {
        var export = await Export();
        var keys = Write("keys.json", JsonSerializer.Serialize(new { keys = Keys(export) }));
        using var forger = SigningKey.Make();
        var newest = SignedCheckpoint.Read(Checkpoints(export)[^1])!.Checkpoint with { Previous = null };
        JsonNode[] forged =
        [
            .. export.Where(line => line["sequence"] is not null),
            new JsonObject { ["checkpoint"] = SignedCheckpoint.Sign(newest, forger).Jws },
            new JsonObject { ["key"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = forger.Public.X, ["y"] = forger.Public.Y, ["kid"] = forger.Public.Id } },
        ];

        (await Verifier(forged)).Exit.Should().Be(0);
        (await Verifier(forged, "--key", keys)).Output.Should().Contain($"unknown_key at checkpoint {newest.Size}");
        (await OtherLanguage(forged, keys)).Exit.Should().Be(1);
    }

    [Fact]
    public async Task An_export_of_a_database_that_was_set_back_fails_beside_a_later_checkpoint()
    {
        var early = await Export();
        var late = await Export();
        var trusted = Write("later.jws", Checkpoints(late)[^1]);

        var found = await Verifier(early, "--trusted", trusted);

        found.Exit.Should().Be(1);
        found.Output.Should().Contain($"set_back at checkpoint {SignedCheckpoint.Read(Checkpoints(late)[^1])!.Checkpoint.Size}");
    }

    [Fact]
    public async Task What_cannot_be_verified_is_not_said_to_hold()
    {
        var export = await Export();

        (await Verifier([.. export.Where(line => line["sequence"] is not null)])).Exit.Should().Be(2);
        (await Verifier([new JsonObject { ["nothing"] = "known" }])).Exit.Should().Be(2);
        (await Run("dotnet", [Program, "/no/such/file"])).Exit.Should().Be(2);
        (await Run("dotnet", [Program])).Exit.Should().Be(2);
    }

    [Fact]
    public async Task Lines_are_events_alone_unless_the_ledger_is_asked_for_and_that_only_for_all_events()
    {
        await Export();
        using var auditor = await Auditor(host);

        var plain = await Lines(auditor, "/api/v1/audit/events?stream=staff_member");

        plain.Should().NotBeEmpty().And.OnlyContain(line => line["sequence"] != null && line["stored"] != null && line["eventId"] != null);
        ((JsonObject)plain[0]).Select(member => member.Key).Should().Equal(
            "sequence", "streamId", "streamType", "version", "type", "data", "tenantId", "occurredAt", "actor", "reason", "correlationId", "causationId", "hash",
            "eventId", "subjectId", "leafIndex", "stored");
        (await auditor.GetAsync("/api/v1/audit/events?with=ledger&stream=staff_member")).StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await auditor.GetAsync("/api/v1/audit/events?with=everything")).StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await Lines(auditor, "/api/v1/audit/events?order=desc&limit=3")).Select(line => (long)line["sequence"]!).Should().HaveCount(3).And.BeInDescendingOrder();
    }

    [Fact]
    public async Task What_another_program_wrote_is_sealed_exported_and_named_and_nothing_else_is()
    {
        await using var other = new OtherHub();
        await other.Host.InitializeAsync();
        var deep = new string('[', 200) + new string(']', 200);
        foreach (var body in new[] { """{"Number": 1e400}""", deep })
        {
            await other.Host.Database.AsSuperuser(
                $"""
                with stream as (
                    insert into mt_streams (tenant_id, id, type, version) values ('{other.Host.Tenant}', gen_random_uuid(), 'foreign', 1) returning id)
                insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id)
                select nextval('mt_events_sequence'), gen_random_uuid(), id, 1, '{body}', 'foreign_noted', '{other.Host.Tenant}' from stream
                """);
        }

        var export = await Export(other.Host);
        using var auditor = await other.Host.Integration(Role.Auditor);

        (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?type=foreign_noted")).GetProperty("items").GetArrayLength().Should().Be(2);
        var foreign = export.Where(line => (string?)line["type"] == "foreign_noted").ToArray();
        foreign.Should().HaveCount(2).And.OnlyContain(line => line["leafIndex"] != null);
        var (exit, output) = await Verifier(export);
        exit.Should().Be(1);
        output.Split('\n').Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)])
            .Should().BeEquivalentTo(foreign.Select(line => $"no_hash at sequence {line["sequence"]}"));
        (await OtherLanguage(export)).Output.Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
            .Should().BeEquivalentTo(foreign.Select(line => $"sequence {line["sequence"]}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Program => Path.Combine(
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "AuditVerifier", new DirectoryInfo(AppContext.BaseDirectory).Name, "Lawyers.Hub.AuditVerifier.dll");

    /// <summary>Of at least three checkpoints, the last of which covers everything.</summary>
    private Task<JsonNode[]> Export() => Export(host);

    private static async Task<JsonNode[]> Export(HubHost host)
    {
        for (var checkpoints = 0; checkpoints < 3; checkpoints++)
        {
            await host.Admit($"{Guid.NewGuid():N}@uji.example", Role.Paralegal, Role.Lawyer);
            using var admin = await host.Integration(Role.FirmAdmin);
            await Eventually.Is(
                async () => (await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/ledger")).GetProperty("pending").GetInt64() == 0, "all events are sealed");
        }

        using var auditor = await Auditor(host);
        return await Lines(auditor, "/api/v1/audit/events?with=ledger");
    }

    private static async Task<HttpClient> Auditor(HubHost host)
    {
        var auditor = await host.Integration(Role.Auditor);
        auditor.DefaultRequestHeaders.Accept.ParseAdd("application/x-ndjson");
        return auditor;
    }

    private static async Task<JsonNode[]> Lines(HttpClient auditor, string path) =>
        [.. (await auditor.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line, documentOptions: new() { MaxDepth = Deep })!)];

    private async Task Finds(string code, string place, JsonNode[] export)
    {
        var (exit, output) = await Verifier(export);
        output.Should().MatchRegex($"{code} at [^:]*{place}");
        exit.Should().Be(1);
        (await OtherLanguage(export)).Exit.Should().Be(1, code);
    }

    private static List<string> Checkpoints(JsonNode[] export) =>
        [.. export.Select(line => (string?)line["checkpoint"]).OfType<string>()];

    private static List<JsonNode> Keys(JsonNode[] export) => [.. export.Select(line => line["key"]).OfType<JsonNode>()];

    private static JsonNode[] Changed(JsonNode[] export, JsonNode victim, Action<JsonNode> change)
    {
        var changed = victim.DeepClone();
        change(changed);
        return [.. export.Select(line => line == victim ? changed : line)];
    }

    private static JsonNode[] Swapped(JsonNode[] export, JsonNode one, JsonNode other, string member)
    {
        var (first, second) = ((long)one[member]!, (long)other[member]!);
        return Changed(Changed(export, one, line => line[member] = second), other, line => line[member] = first);
    }

    private static string WithOtherSignature(string jws) => jws[..^10] + (jws[^10] == 'A' ? 'B' : 'A') + jws[^9..];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<(int Exit, string Output)> Verifier(JsonNode[] export, params string[] more) => Run("dotnet", [Program, Write(export), .. more]);

    private Task<(int Exit, string Output)> OtherLanguage(JsonNode[] export, params string[] more) =>
        Run("node", [Repository.Path("docs", "verify-export.mjs"), Write(export), .. more]);

    private string Write(JsonNode[] export) => Write("export.ndjson", string.Join('\n', export.Select(line => line.ToJsonString(new() { MaxDepth = Deep }))));

    /// <returns>What was found, one to a line, without the sum at the end.</returns>
    private static async Task<(int Exit, string Output)> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await errors;
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (process.ExitCode, string.Join('\n', lines.SkipLast(1)));
    }

    /// <summary>For what the others shall not find in their export.</summary>
    private sealed class OtherHub : IAsyncDisposable
    {
        public HubHost Host { get; } = new();

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
