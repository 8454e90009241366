using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Web.Demo;
using Lawyers.Hub.Web.Hosting;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Demo;

public sealed class DemoSeedTests(HubHost host) : IClassFixture<HubHost>, IAsyncLifetime
{
    private string Credentials => Path.Combine(host.Services.GetRequiredService<HubSettings>().DataDirectory, "credentials.json");

    public Task InitializeAsync() => Seed();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_credentials_are_complete_and_for_this_user_alone()
    {
        var credentials = await Read();

        credentials.EnumerateObject().Select(member => member.Name).Should().Equal("hubUrl", "simulatorUrl", "tenantId", "users", "apiTokens", "channel");
        credentials.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("role").GetString())
            .Should().Equal("firm-admin", "lawyer", "paralegal", "auditor");
        credentials.GetProperty("apiTokens").EnumerateObject().Select(token => token.Name).Should().Equal("admin", "lawyer", "auditor", "ingest");
        credentials.GetProperty("channel").EnumerateObject().Select(member => member.Name)
            .Should().Equal("phoneNumberId", "wabaId", "displayPhoneNumber", "accessToken", "appSecret", "verifyToken");
        File.GetUnixFileMode(Credentials).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Every_user_signs_in_and_every_token_opens_what_its_role_may()
    {
        var credentials = await Read();
        foreach (var user in credentials.GetProperty("users").EnumerateArray())
        {
            using var browser = host.Browser();
            var answer = await browser.PostAsJsonAsync(
                "/api/v1/session", new { email = user.GetProperty("email").GetString(), password = user.GetProperty("password").GetString() });
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("firmName").GetString().Should().Be("Kantor Hukum Nusantara & Rekan");
        }

        (await Get("admin", "/api/v1/channels")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Get("lawyer", "/api/v1/conversations")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Get("auditor", "/api/v1/audit/events")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Get("ingest", "/api/v1/conversations")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_seed_that_was_killed_before_its_end_is_finished_by_the_next_start()
    {
        var before = await Read();
        var events = await host.Database.AsSuperuser("select count(*) from mt_events");
        File.Move(Credentials, $"{Credentials}.draft");

        await Seed();

        (await Read()).GetRawText().Should().Be(before.GetRawText());
        (await host.Database.AsSuperuser("select count(*) from mt_events")).Should().Be(events);
        (await host.Database.AsSuperuser("select count(*) from staff_accounts a where a.email like '%@nusantara-hukum.example'")).Should().Be(4L);
    }

    [Fact]
    public async Task Credentials_are_kept_in_a_folder_that_nothing_else_has_made()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var draft = Path.Combine(folder.FullName, "data", "credentials.json.draft");
            var drawn = await DemoCredentials.Resume(draft, () => DemoCredentials.Draw("http://hub", "http://simulator"), CancellationToken.None);

            (await DemoCredentials.Find(draft, CancellationToken.None))!.TenantId.Should().Be(drawn.TenantId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task Seed() => host.Services.GetRequiredService<DemoSeed>().Run(CancellationToken.None);

    private async Task<JsonElement> Read() => JsonDocument.Parse(await File.ReadAllTextAsync(Credentials)).RootElement;

    private async Task<HttpResponseMessage> Get(string token, string path)
    {
        using var client = host.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await Read()).GetProperty("apiTokens").GetProperty(token).GetString());
        return await client.GetAsync(path);
    }
}
