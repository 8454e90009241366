using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

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

    private static readonly JsonSerializerOptions Stored = StoredJson.Comparable(new JsonStringEnumConverter());

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
        var names = catalog.Names.Order(StringComparer.Ordinal).Select(name => (JsonNode)name);

        await Agrees("events.json", new JsonArray([.. names]));
    }

    /// <summary>Of events, and of the pages that an auditor sees an entity's state as.</summary>
    [Fact]
    public async Task The_dashboard_knows_the_name_of_every_field()
    {
        var pages = host.Services.GetRequiredService<ProjectionCatalog>().All.Select(projection => projection.View).Where(view => !view.IsAssignableTo(typeof(IAlarm)));
        var names = new HashSet<string>();
        foreach (var type in EventCatalog.OfDomain().Types.Concat(pages))
        {
            CollectFields(type, names, []);
        }

        await Agrees("fields.json", new JsonArray([.. names.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]));
    }

    private static void CollectFields(Type type, HashSet<string> names, HashSet<Type> seen)
    {
        var shape = Stored.GetTypeInfo(type);
        if (shape.ElementType is { } element && seen.Add(element))
        {
            CollectFields(element, names, seen);
        }

        foreach (var member in shape.Properties.Where(member => member.Get is not null))
        {
            names.Add(JsonNamingPolicy.CamelCase.ConvertName(member.Name));
            var inner = IsPersonal(member.PropertyType) ? member.PropertyType.GenericTypeArguments[0] : member.PropertyType;
            if (seen.Add(inner))
            {
                CollectFields(inner, names, seen);
            }
        }
    }

    private static bool IsPersonal(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Personal<>);

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
