using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.OpenApi;

/// <summary>
/// The dashboard is compiled against files that say what the hub offers; a change here that they do not know fails, so that it is seen
/// in the dashboard too. Its README says how they are written anew.
/// </summary>
public sealed class DashboardContractTests(HubHost host) : IClassFixture<HubHost>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_dashboard_knows_the_document_that_the_hub_serves()
    {
        using var browser = host.Browser();
        var served = JsonNode.Parse(await browser.GetStringAsync("/swagger/v1/swagger.json"))!;

        await Agrees("openapi.json", served);
    }

    [Fact]
    public async Task The_dashboard_knows_the_name_of_every_event()
    {
        var catalog = EventCatalog.OfDomain();
        var names = catalog.Types.Select(catalog.NameOf).Order(StringComparer.Ordinal).Select(name => (JsonNode)name);

        await Agrees("events.json", new JsonArray([.. names]));
    }

    private static async Task Agrees(string name, JsonNode offered)
    {
        var path = Repository.Path("src", "Dashboard", "api", name);
        var text = offered.ToJsonString(Indented) + "\n";
        if (Repository.WritesDerived)
        {
            await File.WriteAllTextAsync(path, text);
        }

        (await File.ReadAllTextAsync(path)).Should().Be(text, "src/Dashboard/README.md says how to write {0} anew", name);
    }
}
