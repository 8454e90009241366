using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class IdempotencyTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task The_same_request_again_gets_the_first_answer_and_does_nothing()
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        var first = await Admit(admin, "key-1", "first@uji.example");
        var again = await Admit(admin, "key-1", "first@uji.example");

        again.StatusCode.Should().Be(HttpStatusCode.Created).And.Be(first.StatusCode);
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        again.Headers.Location.Should().Be(first.Headers.Location);
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        var first = await Admit(admin, "key-2", "no address");
        var again = await Admit(admin, "key-2", "no address");

        first.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        using var admin = await host.Integration(Role.FirmAdmin);
        await Admit(admin, "key-3", "third@uji.example");

        var other = await Admit(admin, "key-3", "fourth@uji.example");

        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("idempotency_key_reused");
    }

    [Fact]
    public async Task Twins_at_the_same_moment_get_one_answer()
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Admit(admin, "key-4", "twin@uji.example")));

        var ids = await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()));
        ids.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Another_callers_key_is_another_key()
    {
        using var admin = await host.Integration(Role.FirmAdmin);
        using var other = await host.Integration(Role.FirmAdmin);
        await Admit(admin, "key-5", "fifth@uji.example");

        (await Admit(other, "key-5", "sixth@uji.example")).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_was_answered_is_kept_sealed()
    {
        using var admin = await host.Integration(Role.FirmAdmin);
        using var issue = Post("key-6", "/api/v1/tokens", new { purpose = "export", roles = new[] { "auditor" } });
        var shown = await (await admin.SendAsync(issue)).Content.ReadFromJsonAsync<JsonElement>();

        var kept = await host.Database.AsSuperuser("select string_agg(encode(body, 'escape'), ' ') from idempotency_keys");

        kept.Should().BeOfType<string>().Which.Should().NotContain(shown.GetProperty("token").GetString());
    }

    private static Task<HttpResponseMessage> Admit(HttpClient admin, string key, string email) => admin.SendAsync(Post(
        key, "/api/v1/staff", new { name = "Sari", email, password = HubHost.Password, language = "id", roles = new[] { "paralegal" } }));

    private static HttpRequestMessage Post(string key, string path, object body) => new(HttpMethod.Post, path)
    {
        Content = JsonContent.Create(body),
        Headers = { { "Idempotency-Key", key } },
    };
}
