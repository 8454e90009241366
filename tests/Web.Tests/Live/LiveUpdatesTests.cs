using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Live;

public sealed class LiveUpdatesTests(HubHost host) : IClassFixture<HubHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_page_hears_which_documents_changed()
    {
        using var auditor = await host.Integration(Role.Auditor);
        using var reader = await Open(auditor);
        var article = new ArticleId(Guid.NewGuid());

        await host.Send(new PutArticle(
            host.Caller(Role.Lawyer), article, "Judul", "Isi", "id", "other", [], Publish: false, new CauseId(Guid.NewGuid())));

        var change = await Next(reader, data => data.GetProperty("view").GetString() == "knowledge_article");
        change.GetProperty("keys").EnumerateArray().Select(key => key.GetGuid()).Should().Contain(article.Value);
    }

    [Fact]
    public async Task The_stream_ends_with_its_session()
    {
        await host.Admit("live@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        var session = await (await browser.PostAsJsonAsync("/api/v1/session", new { email = "live@uji.example", password = HubHost.Password }))
            .Content.ReadFromJsonAsync<JsonElement>();
        using var reader = await Open(browser);
        using var signOut = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        signOut.Headers.Add("X-CSRF-TOKEN", session.GetProperty("antiforgeryToken").GetString());
        (await browser.SendAsync(signOut)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        using var deadline = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await reader.ReadLineAsync(deadline.Token);
        }
        while (line is not null);

        line.Should().BeNull("the server has closed the stream");
    }

    [Fact]
    public async Task Nobody_listens_without_signing_in()
    {
        using var browser = host.Browser();

        (await browser.GetAsync("/api/v1/live")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static async Task<StreamReader> Open(HttpClient client)
    {
        var answer = await client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be(": connected");
        return reader;
    }

    private static async Task<JsonElement> Next(StreamReader reader, Func<JsonElement, bool> wanted)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (await reader.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonDocument.Parse(line["data: ".Length..]).RootElement is var data && wanted(data))
            {
                return data;
            }
        }

        throw new InvalidOperationException("The stream ended before the change was told.");
    }
}
