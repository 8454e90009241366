using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class SubscriptionTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task An_administrator_sees_how_far_every_view_and_policy_has_come_and_has_one_rebuilt()
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        await Eventually.Is(
            async () => (await Names(admin)).IsSupersetOf(["conversation_summary", "policy/client_dialogue"]), "views and policies are registered");
        (await admin.PostAsJsonAsync("/api/v1/subscriptions/resume", new { name = "policy/client_dialogue" })).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await admin.PostAsJsonAsync("/api/v1/subscriptions/rebuild", new { name = "conversation_summary" })).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("resume", "nobody", "subscription_unknown")]
    [InlineData("rebuild", "policy/client_dialogue", "view_unknown")]
    public async Task An_unknown_name_is_answered_with_where_the_names_are(string command, string name, string code)
    {
        using var admin = await host.Integration(Role.FirmAdmin);

        var answer = await admin.PostAsJsonAsync($"/api/v1/subscriptions/{command}", new { name });

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be(code);
    }

    [Fact]
    public async Task Nobody_else_may()
    {
        using var lawyer = await host.Integration(Role.Lawyer, Role.Auditor);

        (await lawyer.GetAsync("/api/v1/subscriptions")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await lawyer.PostAsJsonAsync("/api/v1/subscriptions/rebuild", new { name = "conversation_summary" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private static async Task<HashSet<string>> Names(HttpClient admin) =>
        [.. (await admin.GetFromJsonAsync<JsonElement>("/api/v1/subscriptions")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
}
