using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>The way to a file: for one person, for a quarter of an hour, and never without a trace.</summary>
public sealed class MediaTests(HubHost host) : IClassFixture<HubHost>
{
    private static readonly byte[] Letter = Encoding.ASCII.GetBytes("%PDF-1.7\nsurat kuasa");

    [Fact]
    public async Task A_link_is_good_for_whoever_asked_for_a_quarter_of_an_hour_and_each_is_recorded()
    {
        using var lawyer = await Lawyer();
        using var colleague = await host.Integration(Role.Lawyer);
        using var auditor = await host.Integration(Role.Auditor);
        var media = await Attached(lawyer);

        var link = await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/media/{media}");
        var url = link.GetProperty("url").GetString();

        (link.GetProperty("expiresAt").GetDateTimeOffset() - host.Clock.GetUtcNow()).Should().BeCloseTo(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));
        (await lawyer.GetByteArrayAsync(url)).Should().Equal(Letter);
        (await colleague.GetAsync(url)).StatusCode.Should().Be(HttpStatusCode.Gone, "it was made for somebody else");
        (await lawyer.GetAsync($"/api/v1/media/{media}/file")).StatusCode.Should().Be(HttpStatusCode.Gone, "without a link nobody opens it");
        (await auditor.GetAsync($"/api/v1/media/{media}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await lawyer.GetAsync($"/api/v1/media/{Guid.NewGuid()}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var given = (await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?type=media_link_issued")).GetProperty("items");
        given.GetArrayLength().Should().Be(1);
        given[0].GetProperty("data").GetProperty("asset").GetGuid().Should().Be(media);

        host.Clock.Jump(TimeSpan.FromMinutes(16));
        try
        {
            (await lawyer.GetAsync(url)).StatusCode.Should().Be(HttpStatusCode.Gone);
        }
        finally
        {
            host.Clock.Jump(TimeSpan.FromMinutes(-16));
        }
    }

    /// <summary>A token of a person's: files are given by people.</summary>
    private async Task<HttpClient> Lawyer()
    {
        var staff = await host.Admit($"{Guid.NewGuid():N}@uji.example", Role.Lawyer);
        var token = new NewToken(new TokenId(Guid.NewGuid()), "test", $"{Guid.NewGuid():N}{Guid.NewGuid():N}", [Role.Lawyer], staff);
        var owner = host.Caller(Role.FirmAdmin) with { Staff = staff };
        (await host.Send(new IssueToken(owner, token, new CauseId(Guid.NewGuid())))).IsRefused.Should().BeFalse();
        var client = host.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Secret);
        return client;
    }

    /// <returns>A file of a client's conversation, looked at and found clean.</returns>
    private async Task<Guid> Attached(HttpClient lawyer)
    {
        var client = new ClientInEveryRoom(host);
        await client.Appear();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Letter), "file", "Surat Kuasa.pdf" } };
        var attached = await lawyer.PostAsync($"/api/v1/conversations/{client.Conversation}/media", form);
        attached.StatusCode.Should().Be(HttpStatusCode.Created);
        var media = (await attached.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Eventually.Is(
            async () => (await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/media/{media}/state")).GetProperty("state").GetString() == "clean", "the file is looked at");
        return media;
    }
}
