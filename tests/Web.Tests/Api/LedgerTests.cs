using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class LedgerTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task An_auditor_gets_checkpoints_proofs_and_keys_that_hold()
    {
        using var auditor = await host.Integration(Role.Auditor);
        await Sealed(auditor);

        var page = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/checkpoints?order=desc&limit=1");
        var newest = SignedCheckpoint.Read(page.GetProperty("items")[0].GetProperty("jws").GetString()!)!;
        var keys = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/keys");
        var events = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?limit=1");
        var proof = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/proofs/{events.GetProperty("items")[0].GetProperty("sequence")}");

        var jwk = keys.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == newest.KeyId);
        jwk.GetProperty("kty").GetString().Should().Be("EC");
        newest.IsSignedBy(new VerificationKey(jwk.GetProperty("x").GetString()!, jwk.GetProperty("y").GetString()!)).Should().BeTrue();
        var first = SignedCheckpoint.Read(proof.GetProperty("checkpoint").GetProperty("jws").GetString()!)!.Checkpoint;
        Digest.TryParse(proof.GetProperty("leafHash").GetString(), out var leaf).Should().BeTrue();
        MerkleProof.ProvesInclusion(Path(proof.GetProperty("inclusion")), leaf, proof.GetProperty("leafIndex").GetInt64(), first.Size, first.Root).Should().BeTrue();
        (await auditor.GetAsync($"/api/v1/audit/checkpoints/{first.Size}/consistency?from={first.Size}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await auditor.GetAsync($"/api/v1/audit/checkpoints/{newest.Checkpoint.Size + 1}/consistency?from=1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await auditor.GetAsync("/api/v1/audit/proofs/999999999")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await auditor.GetAsync("/api/v1/audit/checkpoints?after=x")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(Role.Paralegal)]
    [InlineData(Role.Operator)]
    public async Task Others_do_not_read_the_ledger(Role role)
    {
        using var other = await host.Integration(role);

        foreach (var path in new[] { "checkpoints", "keys", "proofs/1", "checkpoints/1/consistency?from=1" })
        {
            (await other.GetAsync($"/api/v1/audit/{path}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_rotation_is_an_event_and_the_old_key_stays_published()
    {
        using var admin = await host.Integration(Role.FirmAdmin);
        using var lawyer = await host.Integration(Role.Lawyer);
        await Sealed(admin);

        (await lawyer.PostAsync("/api/v1/audit/keys/rotate", content: null)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var rotated = await (await admin.PostAsync("/api/v1/audit/keys/rotate", content: null)).Content.ReadFromJsonAsync<JsonElement>();

        var recorded = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?type=key_rotated&order=desc&limit=1")).GetProperty("items")[0].GetProperty("data");
        recorded.GetProperty("keyId").GetString().Should().Be(rotated.GetProperty("keyId").GetString());
        var kids = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/keys")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString());
        kids.Should().Contain([rotated.GetProperty("keyId").GetString(), rotated.GetProperty("replaced").GetString()]);
    }

    [Fact]
    public async Task A_verification_tells_its_progress_and_then_its_result_when_asked()
    {
        using var auditor = await host.Integration(Role.Auditor);
        await Sealed(auditor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/audit/verify");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var answer = await auditor.SendAsync(request);

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var told = (await answer.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Told).ToArray();
        told[..^1].Should().NotBeEmpty().And.OnlyContain(item => item.Name == "progress" && item.Data.GetProperty("events").GetInt64() <= item.Data.GetProperty("total").GetInt64());
        told[^1].Name.Should().Be("result");
        told[^1].Data.GetProperty("sealed").GetInt64().Should().BePositive();
        told[^1].Data.GetProperty("findings").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_checkpoint_that_the_auditor_kept_is_compared()
    {
        using var auditor = await host.Integration(Role.Auditor);
        await Sealed(auditor);
        var kept = (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/checkpoints?limit=1")).GetProperty("items")[0].GetProperty("jws").GetString();
        using var stranger = SigningKey.Make();
        var foreign = SignedCheckpoint.Sign(new Checkpoint(host.Tenant, 1, MerkleTree.Empty, DateTimeOffset.UnixEpoch, Previous: null), stranger).Jws;

        var good = await auditor.PostAsJsonAsync("/api/v1/audit/verify", new { trusted = new[] { kept } });
        var bad = await auditor.PostAsJsonAsync("/api/v1/audit/verify", new { trusted = new[] { foreign } });

        (await good.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings").GetArrayLength().Should().Be(0);
        (await bad.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings")[0].GetProperty("code").GetString().Should().Be(FindingCodes.TrustedUnknown);
        (await auditor.PostAsJsonAsync("/api/v1/audit/verify", new { trusted = new[] { "no.jws.this" } })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await auditor.PostAsJsonAsync("/api/v1/audit/verify", new { trusted = 7 })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>Waits until everything that happened so far is sealed.</summary>
    private static Task<JsonElement> Sealed(HttpClient caller) => Find(async () =>
    {
        var status = await caller.GetFromJsonAsync<JsonElement>("/api/v1/audit/ledger");
        return status.GetProperty("pending").GetInt64() == 0 && status.GetProperty("sealed").GetInt64() > 0 ? status : null;
    });

    private static async Task<JsonElement> Find(Func<Task<JsonElement?>> look) =>
        (JsonElement)await Eventually.Find<object>(async () => await look() is { } found ? found : null, "all events are sealed");

    private static (string Name, JsonElement Data) Told(string text)
    {
        var lines = text.Split('\n');
        return (lines[0]["event: ".Length..], JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement);
    }

    private static Digest[] Path(JsonElement nodes) =>
        [.. nodes.EnumerateArray().Select(node => Digest.TryParse(node.GetString(), out var digest) ? digest : throw new FormatException())];
}
