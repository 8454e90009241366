using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Knowledge;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class KnowledgeTests(HubHost host) : IClassFixture<HubHost>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        foreach (var article in StarterArticles.All())
        {
            var put = await host.Send(new PutArticle(
                host.Caller(Role.Lawyer), new ArticleId(StableId.Of($"{host.Tenant}/{article.Key}")), article.Title, article.Body, article.Language,
                article.PracticeArea, article.Sources, Publish: true, CauseId.Of($"{host.Tenant}/{article.Key}")));
            put.IsRefused.Should().BeFalse(put.Refusal?.Message);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("kakak saya ditahan polisi sejak semalam, apa haknya?", "criminal")]
    [InlineData("Selamat siang, suami saya ditangkap polisi", "criminal")]
    [InlineData("saya mau menggugat cerai suami dan minta hak asuh anak", "family")]
    [InlineData("saya di-PHK tanpa pesangon", "labour")]
    [InlineData("gaji saya belum dibayar tiga bulan", "labour")]
    [InlineData("tanah saya ternyata ada sertifikat ganda", "land_property")]
    [InlineData("bagaimana membagi warisan ayah", "inheritance")]
    [InlineData("debt collector menagih pinjaman dengan ancaman", "debt_civil")]
    public async Task A_question_in_a_clients_words_finds_its_article(string question, string area)
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        var best = await Eventually.Find(
            async () =>
            {
                var found = await lawyer.GetFromJsonAsync<JsonElement>($"/api/v1/knowledge/search?q={Uri.EscapeDataString(question)}");
                return found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("practiceArea").GetString()).FirstOrDefault();
            },
            "the article is found");

        best.Should().Be(area);
    }

    [Fact]
    public async Task Words_that_say_nothing_find_nothing()
    {
        using var lawyer = await host.Integration(Role.Lawyer);

        var found = await lawyer.GetFromJsonAsync<JsonElement>("/api/v1/knowledge/search?q=selamat%20siang%20saya%20mau%20tanya");

        found.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_draft_is_listed_but_not_found_until_a_lawyer_publishes_it()
    {
        using var lawyer = await Own(Role.Lawyer);
        using var paralegal = await Own(Role.Paralegal);
        var draft = new { title = "Paspor hilang di luar negeri", body = "Lapor ke perwakilan.", language = "id", practiceArea = "immigration", sources = new[] { "UU 6/2011" }, publish = false };
        var saved = await (await paralegal.PutAsJsonAsync("/api/v1/knowledge", draft)).Content.ReadFromJsonAsync<JsonElement>();
        var id = saved.GetProperty("id").GetGuid();

        await Eventually.Is(async () => (await Listed(lawyer)).Contains(id), "the draft is listed");
        (await Found(lawyer, "paspor hilang")).Should().NotContain(id);
        (await paralegal.PutAsJsonAsync("/api/v1/knowledge", new { id, draft.title, draft.body, draft.language, draft.practiceArea, draft.sources, publish = true }))
            .StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await lawyer.PutAsJsonAsync("/api/v1/knowledge", new { id, draft.title, draft.body, draft.language, draft.practiceArea, draft.sources, publish = true }))
            .StatusCode.Should().Be(HttpStatusCode.OK);

        await Eventually.Is(async () => (await Found(lawyer, "paspor hilang")).Contains(id), "the published article is found");
        (await lawyer.DeleteAsync($"/api/v1/knowledge/{id}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await Eventually.Is(async () => !(await Found(lawyer, "paspor hilang")).Contains(id), "the retired article is gone");
    }

    private async Task<HttpClient> Own(Role role)
    {
        var staff = await host.Admit($"{Guid.NewGuid():N}@uji.example", role);
        var token = new NewToken(new TokenId(Guid.NewGuid()), "own", $"{Guid.NewGuid():N}{Guid.NewGuid():N}", [role], staff);
        (await host.Send(new IssueToken(host.Caller(Role.FirmAdmin) with { Staff = staff }, token, new CauseId(Guid.NewGuid())))).IsRefused.Should().BeFalse();
        var client = host.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Secret);
        return client;
    }

    private static Task<IReadOnlyList<Guid>> Listed(HttpClient client) => Ids(client, "/api/v1/knowledge?limit=200");

    private static Task<IReadOnlyList<Guid>> Found(HttpClient client, string question) =>
        Ids(client, $"/api/v1/knowledge/search?q={Uri.EscapeDataString(question)}");

    private static async Task<IReadOnlyList<Guid>> Ids(HttpClient client, string path) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
